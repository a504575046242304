package org.saleskpi.intake.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An amount in a drafted mapping: the column, how its numbers are written, and the currency. */
final class DraftAmount {

    private static final Map<String, String> CURRENCIES =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "₹", "INR", "₩", "KRW", "₽", "RUB", "₺", "TRY");

    private static final int CODE_LENGTH = 3;

    private DraftAmount() {}

    static String of(ColumnProfile amount, NumberStyle style, @Nullable ColumnProfile currency) {
        List<String> keys = new ArrayList<>(List.of("column: " + YamlText.of(amount.name())));
        List<String> numbers = numbers(style);
        if (!numbers.isEmpty()) {
            keys.add("numbers: {" + String.join(", ", numbers) + "}");
        }
        keys.add(
                "currency: " + (currency == null ? currency(style) : "{column: " + YamlText.of(currency.name()) + "}"));
        keys.add("decimals: round");
        return "{" + String.join(", ", keys) + "}";
    }

    private static List<String> numbers(NumberStyle style) {
        List<String> numbers = new ArrayList<>();
        if (!style.decimal().equals(".")) {
            numbers.add("decimal: " + YamlText.of(style.decimal()));
        }
        if (!style.grouping().isEmpty()) {
            numbers.add("grouping: " + YamlText.of(style.grouping()));
        }
        List<String> signs = signs(style);
        if (signs.size() == 1) {
            numbers.add("symbols: " + YamlText.of(signs.get(0)));
        } else if (signs.size() > 1) {
            numbers.add("symbols: {"
                    + signs.stream()
                            .map(sign -> YamlText.of(sign) + ": " + CURRENCIES.get(sign))
                            .collect(Collectors.joining(", "))
                    + "}");
        }
        return numbers;
    }

    private static List<String> signs(NumberStyle style) {
        return style.symbols().stream().filter(CURRENCIES::containsKey).sorted().toList();
    }

    /** What the cells say of the currency; euros where they say nothing. */
    private static String currency(NumberStyle style) {
        if (style.symbols().stream().anyMatch(symbol -> symbol.length() == CODE_LENGTH)) {
            return "code";
        }
        List<String> signs = signs(style);
        return signs.isEmpty() ? "EUR" : signs.size() == 1 ? String.valueOf(CURRENCIES.get(signs.get(0))) : "sign";
    }
}
