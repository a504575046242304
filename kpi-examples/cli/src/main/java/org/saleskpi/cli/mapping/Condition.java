package org.saleskpi.cli.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saleskpi.cli.source.Row;

/** Whether a rule applies to a row: all tests of one of the alternatives hold. */
record Condition(List<List<Test>> alternatives) {

    static final Condition ALWAYS = new Condition(List.of(List.of()));

    /** Whether the text of a column is (or is not) among some words, of which the empty word stands for no text. */
    private record Test(String column, Set<String> words, boolean expected) {
        boolean holds(Row row) {
            String text = row.cell(column);
            return words.contains(text == null ? "" : text) == expected;
        }
    }

    static Condition parse(Yaml yaml) throws InvalidMappingException {
        List<List<Test>> alternatives = new ArrayList<>();
        for (Yaml alternative : yaml.items()) {
            List<Test> tests = new ArrayList<>();
            for (Map.Entry<String, Yaml> entry : alternative.entries().entrySet()) {
                tests.add(test(entry.getKey(), entry.getValue()));
            }
            alternatives.add(tests);
        }
        return new Condition(alternatives);
    }

    private static Test test(String column, Yaml yaml) throws InvalidMappingException {
        if (yaml.isText() || yaml.isList()) {
            return new Test(column, yaml.texts(), true);
        }
        Yaml.Block block = yaml.block("not", "empty");
        Yaml not = block.optional("not");
        if (not != null && block.entries().size() == 1) {
            return new Test(column, not.texts(), false);
        }
        if (not != null) {
            throw yaml.error("has both not and empty, expected one");
        }
        return new Test(column, Set.of(""), block.required("empty").flag());
    }

    boolean holds(Row row) {
        for (List<Test> tests : alternatives) {
            boolean all = true;
            for (Test test : tests) {
                all &= test.holds(row);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        alternatives.forEach(tests -> tests.forEach(test -> columns.add(test.column())));
        return columns;
    }
}
