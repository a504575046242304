package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.intake.table.Row;

/** Whether a rule applies to a row: all criteria of one of the alternatives hold. */
record Condition(List<List<Criterion>> alternatives) {

    static final Condition ALWAYS = new Condition(List.of(List.of()));

    static Condition parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        List<List<Criterion>> alternatives = new ArrayList<>();
        for (Yaml alternative : yaml.items()) {
            alternatives.add(criteria(alternative, forms));
        }
        return new Condition(alternatives);
    }

    private static List<Criterion> criteria(Yaml yaml, Forms forms) throws InvalidMappingException {
        Map<String, Yaml> columns = new LinkedHashMap<>(yaml.entries());
        List<Criterion> criteria = new ArrayList<>();
        if (columns.containsKey("text") && columns.containsKey("is")) {
            Yaml.Block block = new Yaml.Block(yaml, yaml.entries());
            criteria.addAll(
                    CriterionParser.parse(TextRule.parse(block.required("text"), forms), block.required("is"), forms));
            columns.keySet().removeAll(Set.of("text", "is"));
        }
        Yaml all = columns.get("all");
        // A test of a column has texts, not blocks.
        if (all != null && all.isList() && all.items().stream().noneMatch(Yaml::isText)) {
            for (Yaml item : all.items()) {
                criteria.add(new Criterion.OfCondition(parse(item, forms), true));
            }
            columns.remove("all");
        }
        for (Map.Entry<String, Yaml> entry : columns.entrySet()) {
            criteria.addAll(CriterionParser.parse(TextRule.of(entry.getKey()), entry.getValue(), forms));
        }
        return criteria;
    }

    boolean holds(Row row, Lookups lookups) {
        for (List<Criterion> criteria : alternatives) {
            boolean all = true;
            for (Criterion criterion : criteria) {
                all = all && criterion.holds(row, lookups);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private Stream<Criterion> criteria() {
        return alternatives.stream().flatMap(List::stream);
    }

    /** The tests of texts that it consists of. */
    Stream<Criterion.OfText> tests() {
        return criteria().flatMap(Criterion::tests);
    }

    /** The comparisons that it consists of. */
    Stream<Criterion.OfOrder> comparisons() {
        return criteria().flatMap(Criterion::comparisons);
    }

    /** All that is read from the row. */
    Stream<TextSource> sources() {
        return criteria().flatMap(Criterion::sources);
    }
}
