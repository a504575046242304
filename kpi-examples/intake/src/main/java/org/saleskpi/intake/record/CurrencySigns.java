package org.saleskpi.intake.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Which signs of currencies may stand beside an amount. One of another currency says that the amount is not in the currency
 * which it is taken for. Immutable and thread-safe.
 */
public final class CurrencySigns {

    /** No signs but those that everybody knows. */
    public static final CurrencySigns COMMON = new CurrencySigns(Map.of());

    private static final Set<String> POUNDS = codes("GBP EGP FKP GIP LBP SDG SHP SSP SYP");
    private static final Set<String> YEN = codes("JPY CNY");
    private static final Set<String> DOLLARS =
            codes("USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD ZWL"
                    + " ARS CLP COP CUC CUP DOP MXN PHP UYU");

    private static final Map<String, Set<String>> SIGNS = Map.ofEntries(
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", POUNDS),
            Map.entry("￡", POUNDS),
            Map.entry("¥", YEN),
            Map.entry("￥", YEN),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₩", codes("KRW KPW")),
            Map.entry("￦", codes("KRW KPW")),
            Map.entry("₽", Set.of("RUB")),
            Map.entry("₺", Set.of("TRY")),
            Map.entry("₫", Set.of("VND")),
            Map.entry("₴", Set.of("UAH")),
            Map.entry("₦", Set.of("NGN")),
            Map.entry("₪", Set.of("ILS")),
            Map.entry("₱", codes("PHP CUP")),
            Map.entry("$", DOLLARS),
            Map.entry("＄", DOLLARS),
            Map.entry("R$", Set.of("BRL")),
            Map.entry("US$", Set.of("USD")),
            Map.entry("A$", Set.of("AUD")),
            Map.entry("AU$", Set.of("AUD")),
            Map.entry("C$", codes("CAD NIO")),
            Map.entry("CA$", Set.of("CAD")),
            Map.entry("HK$", Set.of("HKD")),
            Map.entry("MX$", Set.of("MXN")),
            Map.entry("NT$", Set.of("TWD")),
            Map.entry("NZ$", Set.of("NZD")),
            Map.entry("S$", Set.of("SGD")),
            Map.entry("T$", Set.of("TOP")),
            Map.entry("WS$", Set.of("WST")),
            Map.entry("MOP$", Set.of("MOP")));

    /** A sign with the letters before it, or three capitals that may be the code of a currency. */
    private static final Pattern COMMON_SIGN =
            Pattern.compile("([A-Z]{0,3})([$＄])|[€£￡¥￥₹₩￦₽₺₫₴₦₪₱]|(?<!\\p{L})[A-Z]{3}(?![\\p{L}$＄])");

    private final Map<String, String> stated;

    private CurrencySigns(Map<String, String> stated) {
        // The longest first, so that US$ is not taken for $.
        Map<String, String> byLength = new LinkedHashMap<>();
        stated.entrySet().stream()
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .forEach(entry -> byLength.put(entry.getKey(), entry.getValue()));
        this.stated = byLength;
    }

    private static Set<String> codes(String codes) {
        return Set.copyOf(Arrays.asList(codes.split(" ")));
    }

    /**
     * States signs, which come before those that everybody knows.
     *
     * @param codes the codes of currencies by sign
     * @return the signs
     */
    public static CurrencySigns of(Map<String, String> codes) {
        return new CurrencySigns(codes);
    }

    /**
     * Returns the signs that were stated.
     *
     * @return the signs, the longest first
     */
    public List<String> stated() {
        return List.copyOf(stated.keySet());
    }

    /**
     * Returns the currency that a stated sign stands for.
     *
     * @param text an amount
     * @return the code of the currency; null if no stated sign is there
     */
    public @Nullable String code(String text) {
        for (Map.Entry<String, String> entry : stated.entrySet()) {
            if (text.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    /**
     * Checks that the signs in an amount are those of its currency.
     *
     * @param text the amount
     * @param currency the code of the currency; one that there is not is not looked at
     * @throws BadCellException if there is a sign that the currency does not have
     */
    public void check(String text, String currency) throws BadCellException {
        String rest = text;
        for (Map.Entry<String, String> entry : stated.entrySet()) {
            if (rest.contains(entry.getKey())) {
                refuseUnless(entry.getValue().equals(currency), text, entry.getKey(), currency);
                rest = rest.replace(entry.getKey(), " ");
            }
        }
        Matcher found = COMMON_SIGN.matcher(rest);
        while (found.find()) {
            String sign = found.group();
            Set<String> codes = found.group(2) != null && !SIGNS.containsKey(sign)
                    ? DOLLARS
                    : SIGNS.getOrDefault(sign, isCurrency(sign) ? Set.of(sign) : Set.of(currency));
            refuseUnless(codes.contains(currency), text, sign, currency);
        }
    }

    private static void refuseUnless(boolean fits, String text, String sign, String currency) throws BadCellException {
        if (!fits && isCurrency(currency)) {
            throw new BadCellException(
                    text,
                    "has the sign " + sign + ", which is not one of " + currency + ", the currency of the amount");
        }
    }

    private static boolean isCurrency(String code) {
        try {
            CurrencyUnit.of(code);
            return true;
        } catch (IllegalCurrencyException e) {
            return false;
        }
    }
}
