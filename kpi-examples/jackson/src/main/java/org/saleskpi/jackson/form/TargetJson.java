package org.saleskpi.jackson.form;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.value.Amount;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import tools.jackson.core.JsonGenerator;

/** Writes how an answer stands to its target: amounts and means as text, all else as numbers. */
final class TargetJson {

    private final JsonGenerator json;
    private final JsonProperties properties;
    private final boolean isMoney;

    private TargetJson(JsonGenerator json, boolean isMoney) {
        this.json = json;
        this.properties = new JsonProperties(json);
        this.isMoney = isMoney;
    }

    /** Writes the property of an answer, if it has a target. */
    static void write(JsonGenerator json, KpiValue<?> value, @Nullable TargetResult result) {
        if (result != null) {
            new TargetJson(json, value instanceof Amount || value instanceof MeanAmount).write(result);
        }
    }

    private void write(TargetResult result) {
        Double attainment = result.attainment();
        json.writeObjectPropertyStart("target");
        number("atLeast", result.atLeast());
        number("atMost", result.atMost());
        properties
                .truth("met", result.met())
                .number("attainment", attainment == null ? OptionalDouble.empty() : OptionalDouble.of(attainment));
        number("gap", result.gap());
        TargetResult.Pace pace = result.pace();
        if (pace != null) {
            json.writeObjectPropertyStart("pace");
            number("expected", pace.expected());
            number("ahead", pace.ahead());
            number("perRemainingDay", pace.perRemainingDay());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void number(String name, @Nullable BigDecimal number) {
        if (isMoney) {
            properties.text(name, number == null ? null : number.toPlainString());
        } else {
            properties.number(name, number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue()));
        }
    }
}
