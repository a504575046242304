package org.saleskpi.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.output.wording.Measurability;
import org.saleskpi.output.wording.ProblemKind;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/** What {@code kpi check} found, as the properties of a JSON document. */
final class CheckJson {

    private CheckJson() {}

    static Map<String, @Nullable Object> of(CheckedRecords checked) {
        Map<String, Long> currencies = new LinkedHashMap<>();
        checked.currencies().forEach((currency, count) -> currencies.put(currency.getCode(), count));
        EndlessCovers covers = EndlessCovers.of(checked.history());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("zone", checked.history().zone().getId());
        document.put("currency", checked.history().currency().getCode());
        document.put("currencies", currencies);
        document.put("lenient", checked.isLenient());
        document.put("passes", checked.passes());
        document.put("account", AccountJson.of(checked.records().account()));
        document.put(
                "problems", checked.problems().stream().map(CheckJson::kind).toList());
        document.put("doubts", checked.doubts().stream().map(CheckJson::kind).toList());
        document.put(
                "indicators",
                checked.indicators().stream()
                        .map(verdict -> indicator(verdict, covers))
                        .toList());
        return document;
    }

    private static Map<String, Object> kind(ProblemKind kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", word(kind.type()));
        properties.put("field", kind.field());
        properties.put("reason", kind.reason());
        properties.put("count", kind.problems().size());
        properties.put(
                "examples",
                kind.problems().stream()
                        .limit(CheckText.EXAMPLES)
                        .map(CheckJson::problem)
                        .toList());
        return properties;
    }

    private static Map<String, @Nullable Object> problem(Problem problem) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("origin", problem.origin());
        properties.put("id", problem.id());
        properties.put("value", problem.value());
        properties.put("reason", problem.reason());
        return properties;
    }

    private static Map<String, @Nullable Object> indicator(Measurability verdict, EndlessCovers covers) {
        String why = CheckText.whyNot(verdict, covers, Messages.ENGLISH);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("key", verdict.indicator().key());
        properties.put("computable", verdict.state().extent().key());
        properties.put("state", verdict.state().key());
        properties.put("why", why.isEmpty() ? null : why);
        properties.put("needs", words(verdict.needs()));
        properties.put("missing", words(verdict.missing()));
        return properties;
    }

    private static List<String> words(List<RecordType> types) {
        return types.stream().map(CheckJson::word).toList();
    }

    static String word(RecordType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
