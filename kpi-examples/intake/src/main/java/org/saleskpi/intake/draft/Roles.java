package org.saleskpi.intake.draft;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saleskpi.sales.RecordType;

/** What the names of files and columns say they are, in English, French and German. */
enum Roles {
    /** When something began or was recorded. */
    BEGIN(
            "created",
            "create",
            "since",
            "added",
            "opened",
            "open",
            "engage",
            "first",
            "start",
            "sent",
            "entered",
            "joined",
            "signup",
            "registered",
            "erstellt",
            "créé",
            "création",
            "ouverture"),
    /** When something was decided or ended. */
    CLOSE(
            "closed",
            "close",
            "closing",
            "decided",
            "won",
            "signed",
            "lost",
            "completed",
            "clôture",
            "abschluss",
            "converted"),
    /** When a term ends. */
    END(
            "end",
            "ends",
            "until",
            "expire",
            "expires",
            "expiry",
            "expiration",
            "canceled",
            "cancelled",
            "churned",
            "terminated",
            "fin",
            "ende"),
    /** A sum of money. */
    AMOUNT(
            "amount", "value", "revenue", "total", "price", "cost", "sum", "mrr", "arr", "montant", "betrag", "wert",
            "net", "umsatz"),
    /** A currency. */
    CURRENCY("currency", "devise", "währung"),
    /** Who is responsible. */
    OWNER(
            "owner",
            "rep",
            "agent",
            "seller",
            "user",
            "assigned",
            "assignee",
            "salesperson",
            "sdr",
            "sr",
            "responsible",
            "commercial",
            "propriétaire",
            "besitzer"),
    /** Who is dealt with. */
    CUSTOMER(
            "customer",
            "account",
            "company",
            "client",
            "organization",
            "organisation",
            "contact",
            "lead",
            "prospect",
            "mql",
            "kunde",
            "firma",
            "société",
            "who"),
    /** What became of something. */
    STATUS(
            "status",
            "stage",
            "state",
            "outcome",
            "result",
            "disposition",
            "phase",
            "étape",
            "statut",
            "résultat",
            "ergebnis"),
    /** A grade. */
    SCORE("score", "rating", "nps", "csat", "note", "value", "grade"),
    /** What somebody is called. */
    NAME("name", "nom", "title"),
    /** Groups for comparison. */
    GROUP(
            "region",
            "industry",
            "sector",
            "country",
            "source",
            "segment",
            "office",
            "team",
            "product",
            "channel",
            "origin",
            "category",
            "pays",
            "land",
            "branche",
            "secteur");

    /** What files are called, and which records they hold then. */
    private static final Map<RecordType, Set<String>> FILES = Map.of(
            RecordType.CALL, Set.of("call", "phone", "appel", "anruf"),
            RecordType.MEETING, Set.of("meeting", "event", "appointment", "visit", "demo", "rendezvous", "termin"),
            RecordType.SURVEY,
                    Set.of("survey", "feedback", "nps", "csat", "review", "satisfaction", "enquête", "umfrage"),
            RecordType.CONTRACT,
                    Set.of(
                            "contract",
                            "subscription",
                            "order",
                            "invoice",
                            "membership",
                            "contrat",
                            "vertrag",
                            "commande",
                            "auftrag"),
            RecordType.PROPOSAL,
                    Set.of(
                            "deal",
                            "opportunity",
                            "quote",
                            "proposal",
                            "offer",
                            "pipeline",
                            "sale",
                            "devis",
                            "affaire",
                            "angebot"),
            RecordType.CUSTOMER,
                    Set.of(
                            "customer",
                            "account",
                            "company",
                            "client",
                            "contact",
                            "lead",
                            "organization",
                            "prospect",
                            "kunde",
                            "firma",
                            "société"));

    private final ImmutableSet<String> words;

    Roles(String... words) {
        this.words = ImmutableSet.copyOf(words);
    }

    boolean isOf(String column) {
        return ColumnName.of(column).has(words);
    }

    /** Which records a file holds, by its name. */
    static Optional<RecordType> typeOf(String file) {
        int end = file.lastIndexOf('#') >= 0 ? file.length() : Math.max(file.lastIndexOf('.'), 0);
        ColumnName name = ColumnName.of(end == 0 ? file : file.substring(0, end));
        // The words of a name that come first say what it is about: deal_company is about deals.
        return name.words().stream()
                .flatMap(word -> FILES.entrySet().stream()
                        .filter(type -> new ColumnName(List.of(word)).has(type.getValue()))
                        .map(Map.Entry::getKey))
                .findFirst();
    }
}
