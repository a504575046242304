package org.saleskpi.intake.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Row;

/** Which currency an amount has. */
sealed interface CurrencyRule {

    /** The code of the currency of an amount; null for none. */
    @Nullable
    String code(Row row, String amount, NumberForms forms, Lookups lookups) throws BadCellException;

    /** The number of an amount without what says its currency, other than symbols. */
    default String number(String amount) {
        return amount;
    }

    /** Whether the row says nothing of it, and the mapping gives one that stands in. */
    default boolean isAssumed(Row row, Lookups lookups) {
        return false;
    }

    /** What is read from the row. */
    default List<TextSource> sources() {
        return List.of();
    }

    /** Parses the currency of amounts whose numbers have some forms. */
    static CurrencyRule parse(Yaml yaml, Forms file, NumberForms forms) throws InvalidMappingException {
        if (!yaml.isText()) {
            return new OfText(TextRule.parse(yaml, file));
        }
        return switch (yaml.text()) {
            case "code" -> new OfCode();
            case "sign" -> {
                if (forms.statedSigns().isEmpty()) {
                    throw yaml.error("needs to know the signs, expected numbers: {symbols: {\"€\": EUR}} or the like");
                }
                yield new OfSign();
            }
            default -> new Fixed(code(yaml));
        };
    }

    /** The code of a currency. */
    static String code(Yaml yaml) throws InvalidMappingException {
        String code = yaml.text();
        if (!isCurrency(code)) {
            throw yaml.error("is not the code of a currency, expected one such as EUR, or a column");
        }
        return code;
    }

    private static boolean isCurrency(String code) {
        try {
            CurrencyUnit.of(code);
            return true;
        } catch (IllegalCurrencyException e) {
            return false;
        }
    }

    /** All amounts have one currency. */
    record Fixed(String code) implements CurrencyRule {

        @Override
        public String code(Row row, String amount, NumberForms forms, Lookups lookups) {
            return code;
        }
    }

    /** A text of the row says it. */
    record OfText(TextRule text) implements CurrencyRule {

        @Override
        public @Nullable String code(Row row, String amount, NumberForms forms, Lookups lookups) {
            return text.read(row, lookups);
        }

        @Override
        public boolean isAssumed(Row row, Lookups lookups) {
            TextRule.Given given = text.given(row, lookups);
            return given != null && given.source().isFixed();
        }

        @Override
        public List<TextSource> sources() {
            return text.sources();
        }
    }

    /** A sign beside the number says it, whose currencies the mapping states. */
    record OfSign() implements CurrencyRule {

        @Override
        public String code(Row row, String amount, NumberForms forms, Lookups lookups) throws BadCellException {
            String code = forms.codeOfSign(amount);
            if (code == null) {
                throw new BadCellException(
                        amount,
                        "has no sign of a currency, expected one of "
                                + String.join(
                                        ", ",
                                        forms.statedSigns().stream().sorted().toList()));
            }
            return code;
        }
    }

    /** A code beside the number says it. */
    record OfCode() implements CurrencyRule {

        private static final Pattern CODE = Pattern.compile("(?<!\\p{L})[A-Za-z]{3}(?!\\p{L})");

        @Override
        public String code(Row row, String amount, NumberForms forms, Lookups lookups) throws BadCellException {
            Set<String> codes = CODE.matcher(amount)
                    .results()
                    .map(MatchResult::group)
                    .map(code -> code.toUpperCase(Locale.ROOT))
                    .filter(CurrencyRule::isCurrency)
                    .collect(Collectors.toSet());
            if (codes.size() != 1) {
                throw new BadCellException(
                        amount,
                        codes.isEmpty()
                                ? "has no code of a currency beside the number, expected one such as EUR"
                                : "has several codes of currencies, expected one");
            }
            return codes.iterator().next();
        }

        @Override
        public String number(String amount) {
            return CODE.matcher(amount)
                    .replaceAll(found -> isCurrency(found.group().toUpperCase(Locale.ROOT)) ? "" : found.group());
        }
    }
}
