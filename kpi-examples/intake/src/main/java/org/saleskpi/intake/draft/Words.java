package org.saleskpi.intake.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saleskpi.sales.RecordType;

/** What the texts of outcomes and stages probably mean, in English, French and German. */
final class Words {

    private record Meaning(RecordType type, String word, List<String> parts) {}

    /** The first of which a part is in the text. */
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(
                    RecordType.CALL,
                    "NO_ANSWER",
                    List.of(
                            "no answer",
                            "no response",
                            "busy",
                            "voicemail",
                            "voice mail",
                            "unanswered",
                            "missed",
                            "unreachable",
                            "nicht erreicht",
                            "sans réponse")),
            new Meaning(
                    RecordType.CALL, "MEETING_BOOKED", List.of("meeting", "booked", "appointment", "rendez", "termin")),
            new Meaning(
                    RecordType.CALL,
                    "CALL_BACK",
                    List.of("call back", "callback", "call-back", "later", "rappel", "rückruf")),
            new Meaning(
                    RecordType.CALL,
                    "REFUSED",
                    List.of("not interested", "refused", "rejected", "declined", "kein interesse", "refus")),
            new Meaning(
                    RecordType.CALL,
                    "DISCUSSION",
                    List.of("connected", "answered", "interested", "talked", "discussion", "reached", "erreicht")),
            new Meaning(RecordType.MEETING, "NO_SHOW", List.of("no show", "no-show", "noshow", "absent")),
            new Meaning(RecordType.MEETING, "CANCELLED", List.of("cancel", "annul", "abgesagt")),
            new Meaning(RecordType.MEETING, "PLANNED", List.of("planned", "scheduled", "prévu", "geplant")),
            new Meaning(
                    RecordType.MEETING,
                    "HELD",
                    List.of("held", "completed", "done", "attended", "terminé", "erledigt")),
            new Meaning(
                    RecordType.PROPOSAL,
                    "REFUSED",
                    List.of("lost", "rejected", "refused", "declined", "perdu", "verloren", "cancel")),
            new Meaning(RecordType.PROPOSAL, "EXPIRED", List.of("expired", "expiré", "abgelaufen")),
            new Meaning(
                    RecordType.PROPOSAL,
                    "ACCEPTED",
                    List.of("won", "signed", "accepted", "gagné", "gewonnen", "signé", "delivered", "paid")));

    private Words() {}

    /** The word of the library that a text probably means; empty if that cannot be told. */
    static Optional<String> meaning(RecordType type, String text) {
        String small = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        return MEANINGS.stream()
                .filter(meaning -> meaning.type() == type
                        && meaning.parts().stream()
                                .anyMatch(part -> small.contains(part)
                                        || small.replace(" ", "").contains(part.replace(" ", ""))))
                .map(Meaning::word)
                .findFirst();
    }
}
