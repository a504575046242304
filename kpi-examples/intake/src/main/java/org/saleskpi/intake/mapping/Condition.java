package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.intake.table.Row;

/** Whether a rule applies to a row: all demands of one of the alternatives hold. */
record Condition(List<List<Demand>> alternatives) {

    static final Condition ALWAYS = new Condition(List.of(List.of()));

    static Condition parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        List<List<Demand>> alternatives = new ArrayList<>();
        for (Yaml alternative : yaml.items()) {
            alternatives.add(demands(alternative, forms));
        }
        return new Condition(alternatives);
    }

    private static List<Demand> demands(Yaml yaml, Forms forms) throws InvalidMappingException {
        Map<String, Yaml> columns = new LinkedHashMap<>(yaml.entries());
        List<Demand> demands = new ArrayList<>();
        if (columns.containsKey("text") && columns.containsKey("is")) {
            Yaml.Block block = new Yaml.Block(yaml, yaml.entries());
            demands.addAll(
                    DemandParser.parse(TextRule.parse(block.required("text"), forms), block.required("is"), forms));
            columns.keySet().removeAll(Set.of("text", "is"));
        }
        Yaml all = columns.get("all");
        // A test of a column has texts, not blocks.
        if (all != null && all.isList() && all.items().stream().noneMatch(Yaml::isText)) {
            for (Yaml item : all.items()) {
                demands.add(new Demand.OfCondition(parse(item, forms), true));
            }
            columns.remove("all");
        }
        for (Map.Entry<String, Yaml> entry : columns.entrySet()) {
            demands.addAll(DemandParser.parse(TextRule.of(entry.getKey()), entry.getValue(), forms));
        }
        return demands;
    }

    boolean holds(Row row, Lookups lookups) {
        for (List<Demand> demands : alternatives) {
            boolean all = true;
            for (Demand demand : demands) {
                all = all && demand.holds(row, lookups);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private Stream<Demand> demands() {
        return alternatives.stream().flatMap(List::stream);
    }

    /** The tests of texts that it consists of. */
    Stream<Demand.OfText> tests() {
        return demands().flatMap(Demand::tests);
    }

    /** The comparisons that it consists of. */
    Stream<Demand.OfOrder> comparisons() {
        return demands().flatMap(Demand::comparisons);
    }

    /** All that is read from the row. */
    Stream<TextSource> sources() {
        return demands().flatMap(Demand::sources);
    }
}
