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
    CUSTOMERS("Customers", "Clients", "satisfaction-rate", "retention-rate", "churn-rate"),
    PACE("Pace", "Rythme", "sales-cycle", "deal-cycle"),
    FURTHER("Further indicators", "Autres indicateurs");

    private final String english;
    private final String french;
    private final List<String> keys;

    Theme(String english, String french, String... keys) {
        this.english = english;
        this.french = french;
        this.keys = List.of(keys);
    }

    static Theme of(Indicator<?> indicator) {
        return Stream.of(values())
                .filter(theme -> theme.keys.contains(indicator.key()))
                .findFirst()
                .orElse(FURTHER);
    }

    String title(Wording wording) {
        return wording.say(english, french);
    }

    /** The order of the names above; those of the last theme stay in theirs. */
    Comparator<Indicator<?>> order() {
        return Comparator.comparingInt(indicator -> keys.indexOf(indicator.key()));
    }
}
