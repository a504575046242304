package org.saleskpi.cli.output.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.Indicator;

/** What indicators are about: those that are shown together. An indicator that no other theme names is in the last. */
enum Theme {
    RESULTS("Results", "Résultats", "revenue", "contracts", "average-basket", "customers-won"),
    ACTIVITY("Activity", "Activité", "calls", "meetings", "proposals", "proposals-per-meeting"),
    SUCCESS(
            "Success rates",
            "Taux de réussite",
            "conversion-rate",
            "call-success-rate",
            "meeting-success-rate",
            "proposal-acceptance-rate",
            "win-rate"),
    CUSTOMERS(
            "Customers and pace",
            "Clients et rythme",
            "satisfaction-rate",
            "retention-rate",
            "churn-rate",
            "sales-cycle",
            "deal-cycle"),
    FURTHER("Further indicators", "Autres indicateurs");

    private final String english;
    private final String french;

    @SuppressWarnings("ImmutableEnumChecker") // A list of List.of is.
    private final List<String> keys;

    Theme(String english, String french, String... keys) {
        this.english = english;
        this.french = french;
        this.keys = List.of(keys);
    }

    String title(Wording wording) {
        return wording.say(english, french);
    }

    /** Those that are about this, in the order of the names above; those of the last theme stay in theirs. */
    List<Indicator<?>> among(List<Indicator<?>> indicators) {
        return indicators.stream()
                .filter(indicator -> of(indicator) == this)
                .sorted(Comparator.comparingInt(indicator -> keys.indexOf(indicator.key())))
                .toList();
    }

    private static Theme of(Indicator<?> indicator) {
        return Stream.of(values())
                .filter(theme -> theme.keys.contains(indicator.key()))
                .findFirst()
                .orElse(FURTHER);
    }
}
