package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {

    private static NumberForm form(String yaml) throws InvalidMappingException {
        return NumberForm.parse(Yaml.parse("m.yaml", yaml), NumberForm.PLAIN);
    }

    private static NumberForm english() throws InvalidMappingException {
        return form("{grouping: ',', symbols: [$, USD], multiples: {K: 1000, M: 1000000}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$22,700.00 | 22700",
                "22700 | 22700",
                "$1,117.10K | 1117100",
                "1.5 M USD | 1500000",
                "-$5.00 | -5",
                "$-5.00 | -5",
                "+7. | 7",
                "2.412E7 | 24120000",
                "1,234,567.891 | 1234567.891",
                "0 | 0"
            })
    void readsWhatTheMarksAllow(String text, String number) throws Exception {
        assertThat(english().read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "$", "1,23", "12,34,567", "1234,567", "1.234,5", "1 234", "--5", "5$0", "K", ".5.", "١٢"})
    void rejectsWhatTheyDoNot(String text) {
        assertThatThrownBy(() -> english().read(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("is not a number such as 1,234.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"€ 3.500,00 | 3500", "2,5 | 2.5", "1.234.567,89 € | 1234567.89", "-3,5€ | -3.5"})
    void theDecimalMarkMayBeAComma(String text, String number) throws Exception {
        assertThat(form("{decimal: ',', grouping: ., symbols: €}").read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234 567,5", "1\u00a0234\u00a0567,5", "1\u202f234\u202f567,5\u00a0€", "€1234567,50"})
    void aSpaceBetweenGroupsIsAnySpace(String text) throws Exception {
        assertThat(form("{decimal: ',', grouping: ' ', symbols: €}").read(text)).isEqualByComparingTo("1234567.5");
    }
}
