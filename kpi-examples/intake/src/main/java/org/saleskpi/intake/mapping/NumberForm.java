package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.intake.record.CurrencySigns;
import org.saleskpi.intake.table.CleanText;
import org.saleskpi.intake.table.Decimals;

/**
 * How numbers are written.
 *
 * @param marks the marks between digits
 * @param symbols texts beside a number that do not change it, such as {@code $}, the longest first
 * @param signs which currencies some of them stand for
 * @param multiples texts behind a number that multiply it, such as {@code K}
 * @param negatives how numbers below zero are written
 */
record NumberForm(
        Marks marks,
        List<String> symbols,
        CurrencySigns signs,
        Map<String, BigDecimal> multiples,
        Set<Negative> negatives) {

    static final NumberForm PLAIN = new NumberForm(
            Marks.of(".", Set.of(), List.of(3)), List.of(), CurrencySigns.COMMON, Map.of(), Set.of(Negative.values()));

    /** A hyphen, and what looks like one. */
    private static final String MINUS = "-\u2212\u2013\ufe63\uff0d";

    private static final Pattern WITH_SIGNS =
            Pattern.compile("([^0-9]*)([0-9](?:[0-9.,'\u2019 ]*[0-9])?(?:[eE][+-]?[0-9]+)?)([^0-9]*)");

    /** A way to write that a number is below zero. */
    enum Negative {
        /** With a minus before it: {@code -5}, {@code $-5}. */
        MINUS,
        /** In parentheses: {@code ($5)}. */
        PARENTHESES,
        /** With a minus behind it: {@code 5-}. */
        TRAILING
    }

    /**
     * The marks between digits.
     *
     * @param decimal the decimal mark
     * @param grouping what separates groups of digits, each standing for the others; empty for nothing
     * @param groups the sizes of the groups from the right, the last one repeated
     * @param digits matches a number without sign and symbols
     */
    record Marks(String decimal, Set<String> grouping, List<Integer> groups, Pattern digits) {

        static Marks of(String decimal, Set<String> grouping, List<Integer> groups) {
            String integer = grouping.isEmpty() ? "[0-9]+" : "[0-9]+|" + grouped(anyOf(grouping), groups);
            return new Marks(
                    decimal,
                    grouping,
                    groups,
                    Pattern.compile(
                            "(" + integer + ")(?:" + Pattern.quote(decimal) + "([0-9]*))?([eE][+-]?[0-9]{1,9})?"));
        }

        private static String anyOf(Set<String> marks) {
            return marks.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        }

        /** For the sizes 3 and 2: {@code 1,234} and {@code 1,23,45,678}. */
        private static String grouped(String mark, List<Integer> sizes) {
            List<String> forms = new ArrayList<>();
            String behind = "";
            for (int i = 0; i < sizes.size(); i++) {
                String group = mark + "[0-9]{" + sizes.get(i) + "}";
                boolean isLast = i == sizes.size() - 1;
                int first = sizes.get(isLast ? i : i + 1);
                behind = (isLast ? "(?:" + group + ")" + (i == 0 ? "+" : "*") : group) + behind;
                forms.add("[0-9]{1," + first + "}" + behind);
            }
            return String.join("|", forms);
        }

        private String withoutGrouping(String integer) {
            String digits = integer;
            for (String mark : grouping) {
                digits = digits.replace(mark, "");
            }
            return digits;
        }

        private String example() {
            return "1" + grouping.stream().findFirst().orElse("") + "234" + decimal + "50";
        }
    }

    /** Parses a block of which each key may be left out: it is then as in the outer block. */
    static NumberForm parse(Yaml yaml, NumberForm outer) throws InvalidMappingException {
        Yaml.Block block = yaml.block("decimal", "grouping", "groups", "symbols", "multiples", "negative");
        Yaml symbols = block.optional("symbols");
        Yaml multiples = block.optional("multiples");
        Yaml negative = block.optional("negative");
        boolean isMap = symbols != null && !symbols.isText() && !symbols.isList();
        return new NumberForm(
                marks(yaml, block, outer.marks),
                symbols == null
                        ? outer.symbols
                        : symbols(isMap ? symbols.entries().keySet() : symbols.texts()),
                symbols == null ? outer.signs : isMap ? signs(symbols) : CurrencySigns.COMMON,
                multiples == null ? outer.multiples : factors(multiples),
                negative == null ? outer.negatives : negatives(negative));
    }

    private static Marks marks(Yaml yaml, Yaml.Block block, Marks outer) throws InvalidMappingException {
        Yaml decimal = block.optional("decimal");
        Yaml grouping = block.optional("grouping");
        Yaml groups = block.optional("groups");
        Marks marks = Marks.of(
                decimal == null ? outer.decimal : mark(decimal),
                grouping == null ? outer.grouping : markSet(grouping),
                groups == null ? outer.groups : sizes(groups));
        if (marks.grouping.contains(marks.decimal)) {
            throw yaml.error("has " + marks.decimal + " for both decimal and grouping, expected two marks");
        }
        if (groups != null && marks.grouping.isEmpty()) {
            throw groups.error("stands without grouping, expected the mark between the groups");
        }
        return marks;
    }

    private static Set<String> markSet(Yaml yaml) throws InvalidMappingException {
        Set<String> marks = new LinkedHashSet<>();
        for (Yaml item : yaml.items()) {
            marks.add(mark(item));
        }
        return marks;
    }

    private static String mark(Yaml yaml) throws InvalidMappingException {
        String mark = CleanText.withPlainSpaces(yaml.text());
        if (mark.length() != 1 || Character.isLetterOrDigit(mark.charAt(0)) || (MINUS + "+()").contains(mark)) {
            throw yaml.error("is not a mark, expected one character such as a comma or a point");
        }
        return mark;
    }

    private static List<Integer> sizes(Yaml yaml) throws InvalidMappingException {
        List<Integer> sizes = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            if (!item.text().matches("[1-9]")) {
                throw item.error("is not a number of digits, expected 1 to 9");
            }
            sizes.add(item.wholeNumber());
        }
        if (sizes.isEmpty()) {
            throw yaml.error("is an empty list, expected numbers of digits such as 3");
        }
        return List.copyOf(sizes);
    }

    private static List<String> symbols(Collection<String> symbols) {
        return symbols.stream()
                .map(CleanText::withPlainSpaces)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static CurrencySigns signs(Yaml yaml) throws InvalidMappingException {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            codes.put(CleanText.withPlainSpaces(entry.getKey()), CurrencyRule.code(entry.getValue()));
        }
        return CurrencySigns.of(codes);
    }

    private static Set<Negative> negatives(Yaml yaml) throws InvalidMappingException {
        Set<String> words = Stream.of(Negative.values()).map(NumberForm::word).collect(Collectors.toSet());
        Set<String> chosen = new LinkedHashSet<>();
        for (Yaml item : yaml.items()) {
            chosen.add(item.word(words));
        }
        return Stream.of(Negative.values())
                .filter(negative -> chosen.contains(word(negative)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String word(Negative negative) {
        return negative.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, BigDecimal> factors(Yaml yaml) throws InvalidMappingException {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            if (!entry.getValue().text().matches("10{0,12}")) {
                throw entry.getValue().error("is not a factor, expected a power of ten such as 1000");
            }
            factors.put(entry.getKey(), new BigDecimal(entry.getValue().text()));
        }
        return factors;
    }

    /** Reads a number; throws NumberFormatException, whose message is to be read after the text. */
    BigDecimal read(String text) {
        String sign = "";
        String rest = CleanText.withPlainSpaces(text).strip();
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = withoutSymbol(rest).strip();
            if (sign.isEmpty()) {
                sign = sign(rest);
                rest = sign.isEmpty() ? rest : withoutSign(rest, sign).strip();
            }
        }
        BigDecimal factor = BigDecimal.ONE;
        for (Map.Entry<String, BigDecimal> multiple : multiples.entrySet()) {
            if (rest.endsWith(multiple.getKey())) {
                rest = rest.substring(0, rest.length() - multiple.getKey().length())
                        .strip();
                factor = multiple.getValue();
                break;
            }
        }
        Matcher found = marks.digits.matcher(rest);
        if (!found.matches()) {
            throw new NumberFormatException("is not a number such as " + marks.example());
        }
        String fraction = found.group(2) == null ? "" : "." + found.group(2);
        String exponent = found.group(3) == null ? "" : found.group(3);
        String integer = marks.withoutGrouping(found.group(1));
        BigDecimal number = Decimals.parse(integer + fraction + exponent).multiply(factor);
        return sign.isEmpty() || sign.equals("+") ? number : number.negate();
    }

    private String withoutSymbol(String text) {
        for (String symbol : symbols) {
            if (text.startsWith(symbol)) {
                return text.substring(symbol.length());
            }
            if (text.endsWith(symbol)) {
                return text.substring(0, text.length() - symbol.length());
            }
        }
        return text;
    }

    /** The sign that a text has outside: {@code +}, {@code -} before it, {@code ()} around it, {@code 0-} behind it. */
    private String sign(String text) {
        if (text.isEmpty()) {
            return "";
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if (first == '+') {
            return "+";
        } else if (MINUS.indexOf(first) >= 0) {
            return negatives.contains(Negative.MINUS) ? "-" : "";
        } else if (first == '(' && last == ')') {
            return negatives.contains(Negative.PARENTHESES) ? "()" : "";
        } else {
            return MINUS.indexOf(last) >= 0 && negatives.contains(Negative.TRAILING) ? "0-" : "";
        }
    }

    private static String withoutSign(String text, String sign) {
        return switch (sign) {
            case "()" -> text.substring(1, text.length() - 1);
            case "0-" -> text.substring(0, text.length() - 1);
            default -> text.substring(1);
        };
    }

    /** Whether a text is a number below zero, in whatever form. */
    static boolean isNegative(String text) {
        Matcher found = WITH_SIGNS.matcher(CleanText.withPlainSpaces(text));
        if (!found.matches() || found.group(2).chars().noneMatch(c -> c >= '1' && c <= '9')) {
            return false;
        }
        boolean hasMinus = (found.group(1) + found.group(3)).chars().anyMatch(c -> MINUS.indexOf(c) >= 0);
        return hasMinus || (found.group(1).contains("(") && found.group(3).contains(")"));
    }
}
