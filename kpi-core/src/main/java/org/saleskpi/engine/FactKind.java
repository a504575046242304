package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.saleskpi.order.TextOrder;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;

/** What an index has to know of each kind of fact. */
@SuppressWarnings("ImmutableEnumChecker") // The functions are references to methods.
enum FactKind {
    JOURNEY(CustomerJourney.class, SalesHistory::journeys, InViews.CHANGED, InKeys.HAS_OWN),
    CALL(Call.class, SalesHistory::calls, InViews.CUT, InKeys.HAS_OWN),
    MEETING(Meeting.class, SalesHistory::meetings, InViews.CUT, InKeys.HAS_OWN),
    BOOKING(Booking.class, SalesHistory::bookings, InViews.CUT, InKeys.HAS_OWN_AHEAD),
    PROPOSAL(Proposal.class, SalesHistory::proposals, InViews.CHANGED, InKeys.HAS_OWN),
    CONTRACT(Contract.class, SalesHistory::contracts, InViews.CUT, InKeys.HAS_OWN),
    SURVEY(Survey.class, SalesHistory::surveys, InViews.CUT, InKeys.HAS_OWN),
    CONVERSION(Conversion.class, FactKind::conversions, InViews.CHANGED, InKeys.HAS_THOSE_OF_OTHERS),
    STRETCH(Stretch.class, FactKind::stretches, InViews.CHANGED, InKeys.HAS_THOSE_OF_OTHERS);

    private static final ImmutableMap<Class<? extends Fact>, FactKind> BY_TYPE =
            Arrays.stream(values()).collect(toImmutableMap(kind -> kind.type, kind -> kind));

    /** The kinds whose facts bear all keys that there are. */
    static final ImmutableList<FactKind> WITH_ALL_KEYS = Arrays.stream(values())
            .filter(kind -> kind.keys != InKeys.HAS_THOSE_OF_OTHERS)
            .collect(toImmutableList());

    /** The order in which a history has the facts of a kind, whichever it is. */
    static final Comparator<Fact> ORDER = Comparator.<Fact, Instant>comparing(FactKind::firstMoment)
            .thenComparing(Fact::id, TextOrder.BY_CODE_POINTS)
            .thenComparing(Fact::moment);

    private final Class<? extends Fact> type;
    private final Function<SalesHistory, List<? extends Fact>> facts;
    private final InViews inViews;
    private final InKeys keys;

    /** What a view as of a moment does to the facts. */
    private enum InViews {
        /** It knows those before the moment, unchanged, and not the others. */
        CUT,
        /** It may know them in another state. */
        CHANGED
    }

    /** Whether facts have keys that no fact of another kind has. */
    private enum InKeys {
        HAS_OWN,
        /** Those that lie ahead of a view have. */
        HAS_OWN_AHEAD,
        HAS_THOSE_OF_OTHERS
    }

    FactKind(
            Class<? extends Fact> type,
            Function<SalesHistory, List<? extends Fact>> facts,
            InViews inViews,
            InKeys keys) {
        this.type = type;
        this.facts = facts;
        this.inViews = inViews;
        this.keys = keys;
    }

    /** The kind of facts of a type. */
    static FactKind of(Class<? extends Fact> type) {
        FactKind kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is not one kind of fact, expected one of " + BY_TYPE.keySet());
        }
        return kind;
    }

    /** The place of this kind among the kinds, from 0 on. */
    @SuppressWarnings("EnumOrdinal") // The places are known to one run of one program only.
    int number() {
        return ordinal();
    }

    /** The facts of this kind that a history has. */
    List<? extends Fact> facts(SalesHistory history) {
        return facts.apply(history);
    }

    /** The facts of this kind whose keys no fact of another kind need have. */
    List<? extends Fact> factsWithKeys(SalesHistory history) {
        return keys == InKeys.HAS_OWN_AHEAD ? history.bookedAhead() : facts(history);
    }

    /** Whether facts have keys that no fact of another kind has, unless they lie ahead of a view. */
    boolean hasOwnKeys() {
        return keys == InKeys.HAS_OWN;
    }

    /** Whether a view knows each fact as it is, or not at all. */
    boolean isCutByViews() {
        return inViews == InViews.CUT;
    }

    /**
     * Whether a moment of a fact decides, and is all that does, what a view knows of it. That of a meeting that was booked after
     * it took place does not: the meeting may be known without its booking.
     */
    static boolean isCutBy(Instant moment, Fact fact) {
        return moment.equals(fact.moment())
                && !(fact instanceof Meeting meeting
                        && meeting.bookedAt() != null
                        && meeting.bookedAt().isAfter(meeting.at()));
    }

    /** The moment by which a history sorts a fact, or what it is derived of. */
    private static Instant firstMoment(Fact fact) {
        if (fact instanceof CustomerJourney journey) {
            return journey.customer().since();
        }
        if (fact instanceof Conversion conversion) {
            return conversion.customer().since();
        }
        return fact instanceof Stretch stretch ? stretch.customer().since() : fact.moment();
    }

    private static List<Conversion> conversions(SalesHistory history) {
        return history.journeys().stream()
                .flatMap(journey -> journey.conversion().stream())
                .toList();
    }

    private static List<Stretch> stretches(SalesHistory history) {
        return history.journeys().stream()
                .flatMap(journey -> journey.cover().stream())
                .toList();
    }
}
