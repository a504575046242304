package org.saleskpi.jackson.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.sales.RecordType;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;
import tools.jackson.core.JsonGenerator;

/** Writes the properties of one JSON object, and answers of each kind as such. What is undefined is null. */
public final class JsonProperties implements KpiValue.Visitor<JsonProperties> {

    private final JsonGenerator json;
    private final boolean isLossless;

    /**
     * Creates a writer of properties of whatever object is open.
     *
     * @param json what the document is written to
     */
    public JsonProperties(JsonGenerator json) {
        this(json, false);
    }

    /**
     * Creates such a writer, which perhaps also tells how often each number of days and hours occurs.
     *
     * @param json what the document is written to
     * @param isLossless whether to tell how often each number of days and hours occurs
     */
    public JsonProperties(JsonGenerator json, boolean isLossless) {
        this.json = json;
        this.isLossless = isLossless;
    }

    /**
     * A text; null if there is none.
     *
     * @param name the name of the property
     * @param text the text; null if there is none
     * @return this writer
     */
    public JsonProperties text(String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
        return this;
    }

    /**
     * A list of texts.
     *
     * @param name the name of the property
     * @param texts the texts; null for one that is none
     * @return this writer
     */
    public JsonProperties texts(String name, List<? extends @Nullable String> texts) {
        json.writeArrayPropertyStart(name);
        for (String text : texts) {
            if (text == null) {
                json.writeNull();
            } else {
                json.writeString(text);
            }
        }
        json.writeEndArray();
        return this;
    }

    /**
     * A whole number.
     *
     * @param name the name of the property
     * @param number the number
     * @return this writer
     */
    public JsonProperties whole(String name, long number) {
        json.writeNumberProperty(name, number);
        return this;
    }

    /**
     * True or false; null if it is neither.
     *
     * @param name the name of the property
     * @param truth true, false, or null
     * @return this writer
     */
    public JsonProperties truth(String name, @Nullable Boolean truth) {
        if (truth == null) {
            json.writeNullProperty(name);
        } else {
            json.writeBooleanProperty(name, truth);
        }
        return this;
    }

    /**
     * A whole number; null if there is none.
     *
     * @param name the name of the property
     * @param number the number
     * @return this writer
     */
    public JsonProperties whole(String name, OptionalLong number) {
        return number.isPresent() ? whole(name, number.getAsLong()) : text(name, null);
    }

    /**
     * The nearest double; null if there is none.
     *
     * @param name the name of the property
     * @param number the number
     * @return this writer
     */
    public JsonProperties number(String name, OptionalDouble number) {
        if (number.isPresent()) {
            json.writeNumberProperty(name, number.getAsDouble());
        } else {
            json.writeNullProperty(name);
        }
        return this;
    }

    /**
     * What numbers depend on; the currency where there are amounts.
     *
     * @param terms the terms
     * @param withCurrency whether there are amounts
     * @return this writer
     */
    public JsonProperties terms(ReportTerms terms, boolean withCurrency) {
        Instant asOf = terms.asOf();
        text("from", terms.period().startInclusive().toString())
                .text("to", terms.period().endExclusive().toString())
                .text("zone", terms.zone().getId())
                .text("asOf", asOf == null ? null : asOf.toString());
        if (withCurrency) {
            currency(terms.currency());
        }
        if (!terms.scope().equals(Scope.ALL)) {
            json.writeObjectPropertyStart("where");
            terms.scope().keys().forEach(this::texts);
            json.writeEndObject();
        }
        return this;
    }

    /**
     * What no number counts, which stands once, in the outermost object; nothing stands there where there is none.
     *
     * @param setAside how many records of each kind were set aside; nothing is written where there are none
     * @return this writer
     */
    public JsonProperties setAside(Map<RecordType, Integer> setAside) {
        if (!setAside.isEmpty()) {
            json.writeObjectPropertyStart("setAside");
            setAside.forEach((type, count) -> whole(type.plural(), count));
            json.writeEndObject();
        }
        return this;
    }

    /**
     * The key of a group: of one dimension as such, of several as a list.
     *
     * @param key the key
     * @return this writer
     */
    public JsonProperties key(GroupKey key) {
        return key.parts().size() == 1 ? text("key", key.parts().get(0)) : texts("key", key.parts());
    }

    /**
     * An answer as an object.
     *
     * @param name the name of the property
     * @param answer the answer
     * @return this writer
     */
    public JsonProperties answer(String name, KpiValue<?> answer) {
        json.writeName(name);
        return answer(answer);
    }

    /**
     * An answer as an object that stands in a list.
     *
     * @param answer the answer
     * @return this writer
     */
    public JsonProperties answer(KpiValue<?> answer) {
        json.writeStartObject();
        answer.accept(this);
        json.writeEndObject();
        return this;
    }

    private JsonProperties money(String name, Amount amount) {
        return text(name, plain(amount.money()));
    }

    private JsonProperties currency(CurrencyUnit currency) {
        return text("currency", currency.getCode());
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }

    private JsonProperties histogram(Supplier<SortedMap<Long, Long>> occurrences) {
        if (isLossless) {
            json.writeObjectPropertyStart("histogram");
            occurrences.get().forEach((value, times) -> whole(value.toString(), times));
            json.writeEndObject();
        }
        return this;
    }

    @Override
    public JsonProperties count(Count count) {
        return whole("count", count.value());
    }

    @Override
    public JsonProperties amount(Amount amount) {
        return money("amount", amount).currency(amount.currency());
    }

    @Override
    public JsonProperties meanAmount(MeanAmount mean) {
        return money("total", mean.total())
                .currency(mean.currency())
                .whole("count", mean.count())
                .text("mean", mean.mean().map(JsonProperties::plain).orElse(null));
    }

    @Override
    public JsonProperties days(Days days) {
        return whole("count", days.count())
                .whole("totalDays", days.total())
                .number("meanDays", days.mean())
                .number("medianDays", days.median())
                .histogram(days::occurrences);
    }

    @Override
    public JsonProperties waits(Waits waits) {
        return whole("count", waits.count())
                .whole("totalHours", waits.totalHours())
                .number("meanHours", waits.mean())
                .number("medianHours", waits.median())
                .whole("misses", waits.misses())
                .whole("open", waits.open())
                .histogram(waits::occurrences);
    }

    @Override
    public JsonProperties rate(Rate rate) {
        return whole("hits", rate.hits())
                .whole("misses", rate.misses())
                .whole("open", rate.open())
                .whole("total", rate.total())
                .number("rate", rate.value())
                .number("decided", rate.decided())
                .number("ceiling", rate.ceiling());
    }

    @Override
    public JsonProperties rateOfAmounts(RateOfAmounts rate) {
        return money("hits", rate.hits())
                .money("misses", rate.misses())
                .money("open", rate.open())
                .money("total", rate.total())
                .currency(rate.currency())
                .number("rate", rate.value())
                .number("decided", rate.decided())
                .number("ceiling", rate.ceiling());
    }

    @Override
    public JsonProperties ratio(Ratio ratio) {
        return whole("dividend", ratio.dividend())
                .whole("divisor", ratio.divisor())
                .number("ratio", ratio.value());
    }

    @Override
    public JsonProperties ratioOfAmounts(RatioOfAmounts ratio) {
        return money("dividend", ratio.dividend())
                .money("divisor", ratio.divisor())
                .currency(ratio.currency())
                .number("ratio", ratio.value());
    }

    @Override
    public JsonProperties score(Score score) {
        return whole("promoters", score.promoters())
                .whole("passives", score.passives())
                .whole("detractors", score.detractors())
                .whole("count", score.count())
                .number("score", score.value());
    }

    @Override
    public JsonProperties velocity(Velocity velocity) {
        return whole("open", velocity.open())
                .whole("decided", velocity.decided())
                .whole("accepted", velocity.accepted())
                .whole("valued", velocity.valued())
                .money("amount", velocity.amount())
                .whole("days", velocity.days())
                .currency(velocity.currency())
                .number("amountPerDay", velocity.value());
    }
}
