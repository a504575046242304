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

    static Condition parse(Yaml yaml) throws InvalidMappingException {
        List<List<Demand>> alternatives = new ArrayList<>();
        for (Yaml alternative : yaml.items()) {
            alternatives.add(demands(alternative));
        }
        return new Condition(alternatives);
    }

    private static List<Demand> demands(Yaml yaml) throws InvalidMappingException {
        Map<String, Yaml> columns = new LinkedHashMap<>(yaml.entries());
        List<Demand> demands = new ArrayList<>();
        if (columns.containsKey("text") && columns.containsKey("is")) {
            Yaml.Block block = new Yaml.Block(yaml, yaml.entries());
            demands.add(demand(TextRule.parse(block.required("text")), block.required("is")));
            columns.keySet().removeAll(Set.of("text", "is"));
        }
        Yaml all = columns.get("all");
        // A test of a column has texts, not blocks.
        if (all != null && all.isList() && all.items().stream().noneMatch(Yaml::isText)) {
            for (Yaml item : all.items()) {
                demands.add(new Demand.OfCondition(parse(item)));
            }
            columns.remove("all");
        }
        for (Map.Entry<String, Yaml> entry : columns.entrySet()) {
            demands.add(demand(TextRule.of(entry.getKey()), entry.getValue()));
        }
        return demands;
    }

    private static Demand demand(TextRule text, Yaml yaml) throws InvalidMappingException {
        if (yaml.isText() || yaml.isList()) {
            return new Demand.OfText(text, yaml.texts(), true);
        }
        Yaml.Block block = yaml.block("not", "empty", "missing", "negative");
        Yaml negative = block.optional("negative");
        if (negative != null) {
            if (block.entries().size() > 1) {
                throw yaml.error("has negative beside another test, expected one");
            }
            return new Demand.OfSign(text, negative.flag());
        }
        Yaml not = block.optional("not");
        Yaml missing = block.optional("missing");
        if (missing != null && block.entries().size() == 1) {
            return new Demand.OfColumns(text, missing.flag());
        }
        if (not != null && block.entries().size() == 1) {
            return new Demand.OfText(text, not.texts(), false);
        }
        if (not != null || missing != null) {
            throw yaml.error("has several of empty, missing and not, expected one");
        }
        return new Demand.OfText(text, Set.of(""), block.required("empty").flag());
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

    /** The tests of texts that it consists of. */
    Stream<Demand.OfText> tests() {
        return alternatives.stream().flatMap(List::stream).flatMap(Demand::tests);
    }

    /** All that is read from the row. */
    Stream<TextRule.Source> sources() {
        return alternatives.stream().flatMap(List::stream).flatMap(Demand::sources);
    }
}
