package org.saleskpi.jackson;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.time.InstantRange;
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
import tools.jackson.databind.JsonNode;

/** Makes reports of documents that hold all that they know. */
final class ReportReader {

    private final Map<String, Indicator<?>> indicators = new HashMap<>();

    ReportReader(Collection<? extends Indicator<?>> indicators) {
        for (Indicator<?> indicator : requireNonNull(indicators, "indicators")) {
            if (this.indicators.put(requireNonNull(indicator, "indicators").key(), indicator) != null) {
                throw new IllegalArgumentException("Two indicators have the key \"" + indicator.key() + "\"");
            }
        }
    }

    KpiReport report(JsonNode document) {
        Map<Indicator<?>, KpiValue<?>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> answer :
                Fields.of(document, "indicators").properties()) {
            Indicator<?> indicator = indicators.get(answer.getKey());
            if (indicator == null) {
                throw new IllegalArgumentException("Indicator \"" + answer.getKey() + "\" is not among the "
                        + indicators.size() + " that were given");
            }
            values.put(indicator, value(indicator, answer.getValue()));
        }
        return ReportLayout.of(List.copyOf(values.keySet())).report(terms(document), new ReportLayout.Answers() {
            @Override
            public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
                return indicator.formula().answerType().cast(requireNonNull(values.get(indicator)));
            }
        });
    }

    KpiSeries series(JsonNode document) {
        return reports(Fields.of(document, "series"));
    }

    private KpiSeries reports(JsonNode list) {
        return KpiSeries.of(list.valueStream().map(this::report).toList());
    }

    /** Whether of reports or of series, the groups say. */
    KpiBreakdown<?> breakdown(JsonNode document) {
        return Fields.of(document, "total").isArray()
                ? this.<KpiSeries>breakdown(document, "series", this::reports)
                : this.<KpiReport>breakdown(document, "report", this::report);
    }

    private <A extends KpiAnswers<A>> KpiBreakdown<A> breakdown(
            JsonNode document, String name, Function<JsonNode, A> answers) {
        return new KpiBreakdown<>(
                Fields.of(document, "by").valueStream().map(JsonNode::asString).toList(),
                Fields.of(document, "groups")
                        .valueStream()
                        .map(group -> new KpiBreakdown.Group<>(
                                key(Fields.of(group, "key")), answers.apply(Fields.of(group, name))))
                        .toList(),
                answers.apply(Fields.of(document, "total")));
    }

    private static GroupKey key(JsonNode key) {
        List<@Nullable String> parts = new ArrayList<>();
        if (key.isArray()) {
            key.forEach(part -> parts.add(keyPart(part)));
        } else {
            parts.add(keyPart(key));
        }
        return new GroupKey(parts);
    }

    private static @Nullable String keyPart(JsonNode part) {
        return part.isNull() ? null : part.asString();
    }

    private static ReportTerms terms(JsonNode document) {
        JsonNode asOf = Fields.of(document, "asOf");
        Scope scope = Scope.ALL;
        JsonNode where = document.get("where");
        if (where != null) {
            for (Map.Entry<String, JsonNode> dimension : where.properties()) {
                List<@Nullable String> keys = new ArrayList<>();
                dimension.getValue().forEach(key -> keys.add(keyPart(key)));
                scope = scope.where(dimension.getKey(), keys);
            }
        }
        return new ReportTerms(
                InstantRange.of(
                        Instant.parse(Fields.text(document, "from")), Instant.parse(Fields.text(document, "to"))),
                ZoneId.of(Fields.text(document, "zone")),
                asOf.isNull() ? null : Instant.parse(asOf.asString()),
                CurrencyUnit.of(Fields.text(document, "currency")),
                scope);
    }

    private static KpiValue<?> value(Indicator<?> indicator, JsonNode answer) {
        Class<?> type = indicator.formula().answerType();
        try {
            return value(type, answer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Indicator \"" + indicator.key() + "\": " + e.getMessage(), e);
        }
    }

    private static KpiValue<?> value(Class<?> type, JsonNode answer) {
        if (type == Count.class) {
            return Count.of(Fields.whole(answer, "count"));
        } else if (type == Amount.class) {
            return amount(answer, "amount");
        } else if (type == MeanAmount.class) {
            return new MeanAmount(amount(answer, "total"), Fields.whole(answer, "count"));
        } else if (type == Days.class) {
            return Days.of(histogram(answer));
        } else if (type == Waits.class) {
            return Waits.of(Fields.whole(answer, "misses"), Fields.whole(answer, "open"), histogram(answer));
        } else if (type == Rate.class) {
            return Rate.of(Fields.whole(answer, "hits"), Fields.whole(answer, "misses"), Fields.whole(answer, "open"));
        } else if (type == RateOfAmounts.class) {
            return new RateOfAmounts(amount(answer, "hits"), amount(answer, "misses"), amount(answer, "open"));
        } else if (type == Ratio.class) {
            return Ratio.of(Fields.whole(answer, "dividend"), Fields.whole(answer, "divisor"));
        } else if (type == RatioOfAmounts.class) {
            return new RatioOfAmounts(amount(answer, "dividend"), amount(answer, "divisor"));
        } else if (type == Score.class) {
            return Score.of(
                    Fields.whole(answer, "promoters"),
                    Fields.whole(answer, "passives"),
                    Fields.whole(answer, "detractors"));
        } else if (type == Velocity.class) {
            long decided = Fields.whole(answer, "decided");
            long accepted = Fields.whole(answer, "accepted");
            return new Velocity(
                    Fields.whole(answer, "open"),
                    Rate.of(accepted, decided - accepted, 0),
                    new MeanAmount(amount(answer, "amount"), Fields.whole(answer, "valued")),
                    Fields.whole(answer, "days"));
        }
        throw new IllegalArgumentException("an answer of the kind " + type.getSimpleName() + " cannot be read");
    }

    private static Amount amount(JsonNode answer, String name) {
        return Amount.from(
                Money.of(CurrencyUnit.of(Fields.text(answer, "currency")), new BigDecimal(Fields.text(answer, name))));
    }

    private static Map<Long, Long> histogram(JsonNode answer) {
        Map<Long, Long> histogram = new TreeMap<>();
        JsonNode occurrences = Fields.of(answer, "histogram");
        for (String value : occurrences.propertyNames()) {
            histogram.put(Long.valueOf(value), Fields.whole(occurrences, value));
        }
        return histogram;
    }
}
