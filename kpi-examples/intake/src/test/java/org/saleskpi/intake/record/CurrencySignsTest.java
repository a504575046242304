package org.saleskpi.intake.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencySignsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€ 5 | EUR",
                "£5 | GBP",
                "£5 | EGP",
                "¥5 | JPY",
                "￥5 | CNY",
                "₹5 | INR",
                "₩5 | KRW",
                "₽5 | RUB",
                "5 ₺ | TRY",
                "5₫ | VND",
                "₴5 | UAH",
                "₦5 | NGN",
                "₪5 | ILS",
                "₱5 | PHP",
                "$5 | USD",
                "$5 | CAD",
                "$5 | MXN",
                "$5 | CLP",
                "US$5 | USD",
                "R$ 5 | BRL",
                "C$5 | NIO",
                "5 USD | USD",
                "USD $5 | USD",
                "5 | EUR",
                "5 kr | EUR",
                "5 XYZ | EUR",
                "€5 | ???",
            })
    void signsOfTheCurrencyAreThere(String text, String currency) throws Exception {
        CurrencySigns.COMMON.check(text, currency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€ 5 | USD | €",
                "5€ | JPY | €",
                "$€5 | USD | €",
                "£5 | EUR | £",
                "¥5 | KRW | ¥",
                "₹5 | PKR | ₹",
                "₩5 | JPY | ₩",
                "₽5 | USD | ₽",
                "₺5 | EUR | ₺",
                "₫5 | EUR | ₫",
                "₴5 | EUR | ₴",
                "₦5 | EUR | ₦",
                "₪5 | EUR | ₪",
                "₱5 | EUR | ₱",
                "$5 | EUR | $",
                "$5 | BRL | $",
                "US$5 | CAD | US$",
                "R$ 5 | USD | R$",
                "XX$5 | EUR | XX$",
                "EUR 5 | USD | EUR",
                "5 GBP | EUR | GBP",
            })
    void aSignOfAnotherCurrencyIsTold(String text, String currency, String sign) {
        assertThatThrownBy(() -> CurrencySigns.COMMON.check(text, currency))
                .isInstanceOf(BadCellException.class)
                .hasMessage(text + " has the sign " + sign + ", which is not one of " + currency
                        + ", the currency of the amount");
    }

    @Test
    void whatAMappingStatesComesFirst() throws Exception {
        CurrencySigns signs = CurrencySigns.of(Map.of("$", "CAD", "US$", "USD", "kr", "SEK", "£", "EUR"));

        signs.check("$5", "CAD");
        signs.check("US$5", "USD");
        signs.check("5 kr", "SEK");
        signs.check("£5", "EUR");
        assertThat(signs.code("US$5")).isEqualTo("USD");
        assertThat(signs.code("$5")).isEqualTo("CAD");
        assertThat(signs.code("€5")).isNull();
        assertThatThrownBy(() -> signs.check("$5", "USD"))
                .hasMessageContaining("has the sign $, which is not one of USD");
        assertThatThrownBy(() -> signs.check("5 kr", "NOK")).hasMessageContaining("has the sign kr, which");
        assertThatThrownBy(() -> signs.check("€ 5 kr", "SEK")).hasMessageContaining("has the sign €, which");
    }
}
