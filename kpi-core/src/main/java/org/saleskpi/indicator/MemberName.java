package org.saleskpi.indicator;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;
import org.saleskpi.words.Words;

/**
 * What the members of a population are called, in the languages of people. Immutable.
 *
 * @param key the key of the words that stand in where no other name was given
 * @param own the names that were given
 * @param conditions how many conditions of the population the name covers; those that come later are added to it
 */
record MemberName(String key, Translations own, int conditions) {

    /** A name of the library's words. */
    static MemberName of(String key) {
        return new MemberName(key, Translations.none("Population", "name"), 0);
    }

    /** The name of all facts of one kind. */
    static MemberName ofKind(Class<? extends Fact> type) {
        return of("members." + kind(type));
    }

    private static String kind(Class<? extends Fact> type) {
        if (type == Call.class) {
            return "calls";
        } else if (type == Meeting.class) {
            return "meetings";
        } else if (type == Booking.class) {
            return "bookings";
        } else if (type == Proposal.class) {
            return "proposals";
        } else if (type == Contract.class) {
            return "contracts";
        } else if (type == Survey.class) {
            return "surveys";
        } else if (type == CustomerJourney.class) {
            return "journeys";
        } else if (type == Conversion.class) {
            return "conversions";
        } else if (type == Stretch.class) {
            return "stretches";
        }
        throw new IllegalArgumentException(type + " is not a kind of fact");
    }

    MemberName named(String members) {
        return new MemberName(key, own.with(members), conditions);
    }

    MemberName named(Locale locale, String members) {
        return new MemberName(key, own.with(locale, members), conditions);
    }

    MemberName coveringConditions(int number) {
        return new MemberName(key, own, number);
    }

    /** The name with what narrows it. */
    String narrowed(Locale locale, List<String> more) {
        String name = own.in(locale).orElseGet(() -> Words.say(locale, key));
        return more.stream()
                .reduce((first, second) -> Words.say(locale, "members.and", first, second))
                .map(all -> Words.say(locale, "members.narrowed", name, all))
                .orElse(name);
    }

    /** What a condition on the keys of a dimension adds to a name. */
    static String withKeys(Locale locale, String dimension, Collection<? extends @Nullable String> anyOf) {
        String keys = anyOf.stream()
                .map(one -> one == null ? Words.say(locale, "members.no-key") : one)
                .collect(Collectors.joining(" " + Words.say(locale, "members.or") + " "));
        return Words.say(locale, "members.keys", Words.dimension(locale, dimension), keys);
    }

    /** What a condition on an amount adds to a name. */
    static String withAmount(Locale locale, AmountRange range) {
        BigDecimal atLeast = range.atLeast();
        BigDecimal below = range.below();
        String bounds = atLeast == null
                ? Words.say(locale, "members.below", number(locale, below))
                : below == null
                        ? Words.say(locale, "members.at-least", number(locale, atLeast))
                        : Words.say(locale, "members.between", number(locale, atLeast), number(locale, below));
        return Words.say(locale, "members.amount", bounds);
    }

    private static String number(Locale locale, @Nullable BigDecimal amount) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(340);
        return format.format(amount);
    }
}
