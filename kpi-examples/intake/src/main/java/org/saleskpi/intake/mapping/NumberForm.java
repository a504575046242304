package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saleskpi.intake.table.Decimals;

/**
 * How numbers are written.
 *
 * @param decimal the decimal mark
 * @param grouping what separates groups of three digits; empty for nothing
 * @param symbols texts beside a number that do not change it, such as {@code $}
 * @param multiples texts behind a number that multiply it, such as {@code K}
 * @param digits matches a number without sign and symbols
 */
record NumberForm(
        String decimal, String grouping, Set<String> symbols, Map<String, BigDecimal> multiples, Pattern digits) {

    static final NumberForm PLAIN = of(".", "", Set.of(), Map.of());

    private static final Pattern ANY_SPACE = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]");

    private static NumberForm of(
            String decimal, String grouping, Set<String> symbols, Map<String, BigDecimal> multiples) {
        String integer =
                grouping.isEmpty() ? "[0-9]+" : "[0-9]+|[0-9]{1,3}(?:" + Pattern.quote(grouping) + "[0-9]{3})+";
        Pattern digits =
                Pattern.compile("(" + integer + ")(?:" + Pattern.quote(decimal) + "([0-9]*))?([eE][+-]?[0-9]{1,9})?");
        return new NumberForm(decimal, grouping, symbols, multiples, digits);
    }

    /** Parses a block of which each key may be left out: it is then as in the outer block. */
    static NumberForm parse(Yaml yaml, NumberForm outer) throws InvalidMappingException {
        Yaml.Block block = yaml.block("decimal", "grouping", "symbols", "multiples");
        Yaml decimal = block.optional("decimal");
        Yaml grouping = block.optional("grouping");
        Yaml symbols = block.optional("symbols");
        Yaml multiples = block.optional("multiples");
        NumberForm form = of(
                decimal == null ? outer.decimal : mark(decimal),
                grouping == null ? outer.grouping : mark(grouping),
                symbols == null ? outer.symbols : symbols.texts(),
                multiples == null ? outer.multiples : factors(multiples));
        if (form.decimal.equals(form.grouping)) {
            throw yaml.error("has " + form.decimal + " for both decimal and grouping, expected two marks");
        }
        return form;
    }

    private static String mark(Yaml yaml) throws InvalidMappingException {
        String mark = ANY_SPACE.matcher(yaml.text()).replaceAll(" ");
        if (mark.length() != 1 || Character.isLetterOrDigit(mark.charAt(0)) || mark.equals("-") || mark.equals("+")) {
            throw yaml.error("is not a mark, expected one character such as a comma or a point");
        }
        return mark;
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
        String rest = ANY_SPACE.matcher(text).replaceAll(" ").strip();
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = withoutSymbol(rest).strip();
            if (sign.isEmpty() && (rest.startsWith("-") || rest.startsWith("+"))) {
                sign = rest.substring(0, 1);
                rest = rest.substring(1);
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
        Matcher found = digits.matcher(rest);
        if (!found.matches()) {
            throw new NumberFormatException("is not a number such as 1" + grouping + "234" + decimal + "50");
        }
        String fraction = found.group(2) == null ? "" : "." + found.group(2);
        String exponent = found.group(3) == null ? "" : found.group(3);
        String integer = grouping.isEmpty() ? found.group(1) : found.group(1).replace(grouping, "");
        return Decimals.parse(sign + integer + fraction + exponent).multiply(factor);
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
}
