package org.saleskpi.cli;

import org.saleskpi.indicator.Indicator;
import picocli.CommandLine.Parameters;

/** The one indicator that a command is about. */
final class KeyParameter {

    @Parameters(paramLabel = "${bundle:label.key}", descriptionKey = "KEY")
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private String key;

    Indicator<?> parse(Arguments arguments) {
        return IndicatorChoice.CATALOGUE.one(arguments.label("label.key"), key, arguments);
    }
}
