package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Parses what a condition asks of one text. */
final class CriterionParser {

    /** The tests of a block. It has one of them, but comparisons may stand together: {@code {at_least: 1, below: 5}}. */
    private static final List<String> TESTS = List.of("is", "not", "matches", "empty", "missing", "negative");

    private static final String[] KEYS = Stream.of(
                    TESTS.stream(), Bound.KEYS.keySet().stream().sorted(), Stream.of("ignore_case", "numbers"))
            .flatMap(keys -> keys)
            .toArray(String[]::new);

    private CriterionParser() {}

    /** Parses a text, a list of texts, or a block of tests. */
    static List<Criterion> parse(TextRule text, Yaml yaml, Forms forms) throws InvalidMappingException {
        if (yaml.isText() || yaml.isList()) {
            return List.of(new Criterion.OfText(text, ListedTexts.of(yaml.texts(), false), true));
        }
        Yaml.Block block = yaml.block(KEYS);
        List<String> tests =
                TESTS.stream().filter(key -> block.optional(key) != null).toList();
        List<String> comparisons = Bound.KEYS.keySet().stream()
                .filter(key -> block.optional(key) != null)
                .sorted()
                .toList();
        if (tests.size() + (comparisons.isEmpty() ? 0 : 1) != 1) {
            List<String> given = new ArrayList<>(tests);
            given.addAll(comparisons);
            throw yaml.error("has " + (given.isEmpty() ? "no test" : String.join(" and ", given)) + ", expected one of "
                    + String.join(", ", TESTS) + ", or above, at_least, at_most, below");
        }
        if (comparisons.isEmpty() && block.optional("numbers") != null) {
            throw yaml.error("has numbers, expected it beside a comparison only");
        }
        if (!comparisons.isEmpty()) {
            refuseCase(block, yaml);
            return comparisons(text, block, comparisons, forms);
        }
        return List.of(test(text, tests.get(0), block, forms));
    }

    private static List<Criterion> comparisons(TextRule text, Yaml.Block block, List<String> keys, Forms forms)
            throws InvalidMappingException {
        Forms own = new Forms(forms.moments(), NumberForms.parse(block.optional("numbers"), forms.numbers()));
        List<Criterion> criteria = new ArrayList<>();
        for (String key : keys) {
            Bound.Order order = Bound.KEYS.get(key);
            if (order != null) {
                criteria.add(new Criterion.OfOrder(text, Bound.parse(block.required(key), order, own)));
            }
        }
        return criteria;
    }

    private static Criterion test(TextRule text, String key, Yaml.Block block, Forms forms)
            throws InvalidMappingException {
        Yaml value = block.required(key);
        boolean ignoresCase = block.flag("ignore_case");
        if (key.equals("is") || key.equals("matches") || (key.equals("not") && (value.isText() || value.isList()))) {
            ListedTexts listed =
                    key.equals("matches") ? patterns(value, ignoresCase) : ListedTexts.of(value.texts(), ignoresCase);
            return new Criterion.OfText(text, listed, !key.equals("not"));
        }
        refuseCase(block, block.node());
        return switch (key) {
            case "not" -> new Criterion.OfCondition(new Condition(List.of(parse(text, value, forms))), false);
            case "empty" -> new Criterion.OfText(text, ListedTexts.of(Set.of(""), false), value.flag());
            case "missing" -> new Criterion.OfColumns(text, value.flag());
            default -> new Criterion.OfSign(text, value.flag());
        };
    }

    private static ListedTexts patterns(Yaml yaml, boolean ignoresCase) throws InvalidMappingException {
        for (Yaml item : yaml.items()) {
            if (Stream.of(item.cellText().split("\\|", -1)).anyMatch(String::isBlank)) {
                throw item.error("has an alternative without text, expected one on each side of |");
            }
        }
        return ListedTexts.matching(yaml.texts(), ignoresCase);
    }

    private static void refuseCase(Yaml.Block block, Yaml yaml) throws InvalidMappingException {
        if (block.optional("ignore_case") != null) {
            throw yaml.error("has ignore_case, expected it beside is, not or matches and their texts only");
        }
    }
}
