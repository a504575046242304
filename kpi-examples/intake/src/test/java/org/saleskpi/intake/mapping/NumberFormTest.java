package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {

    private static NumberForm form(String yaml) throws InvalidMappingException {
        return NumberForm.parse(YamlReader.read("m.yaml", yaml), NumberForm.PLAIN);
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
            strings = {
                "",
                "$",
                "1,23",
                "12,34,567",
                "1234,567",
                "1.234,5",
                "1 234",
                "--5",
                "5$0",
                "K",
                ".5.",
                "١٢",
                "(-5)",
                "-5-",
                "((5))",
                "(5",
                "+5-",
                "()",
                "-"
            })
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-250.5",
                "\u2212250.5",
                "\u2013250.5",
                "- 250.5",
                "$-250.5",
                "-$250.5",
                "($250.5)",
                "$(250.5)",
                "( 250.5 ) USD",
                "250.5-",
                "250.5\u2212 $",
                "250.5 USD-"
            })
    void belowZeroIsWrittenInManyForms(String text) throws Exception {
        assertThat(english().read(text)).isEqualByComparingTo("-250.5");
    }

    @Test
    void whichFormsAreUnderstoodMayBeSaid() throws Exception {
        assertThat(form("{negative: parentheses}").read("(5)")).isEqualByComparingTo("-5");
        assertThat(form("{negative: [minus, trailing]}").read("5-")).isEqualByComparingTo("-5");
        for (String text : new String[] {"-5", "5-"}) {
            assertThatThrownBy(() -> form("{negative: parentheses}").read(text))
                    .isInstanceOf(NumberFormatException.class);
        }
        assertThatThrownBy(() -> form("{negative: [minus, trailing]}").read("(5)"))
                .hasMessage("is not a number such as 1234.50");
        assertThatThrownBy(() -> form("{negative: red}"))
                .hasMessage("m.yaml:1: negative red is unknown, expected one of minus, parentheses, trailing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3, 2] | 1,23,456.00 | 123456",
                "[3, 2] | 12,34,56,789 | 123456789",
                "[3, 2] | 12,345 | 12345",
                "[3, 2] | 123456 | 123456",
                "[3, 2] | 123,456 | none",
                "[3, 2] | 1,234,567 | none",
                "[3, 2] | 1,23 | none",
                "4 | 1,2345,6789 | 123456789",
                "4 | 123,456 | none",
                "[3, 2, 4] | 1,2345,67,890 | 1234567890",
                "[3, 2, 4] | 1234,67,890 | 123467890",
                "[3, 2, 4] | 12,890 | 12890",
                "[3, 2, 4] | 12345,67,890 | none",
            })
    void groupsHaveTheSizesOfTheirCountry(String groups, String text, String number) throws Exception {
        NumberForm form = form("{grouping: ',', groups: " + groups + "}");
        if (number.equals("none")) {
            assertThatThrownBy(() -> form.read(text)).isInstanceOf(NumberFormatException.class);
        } else {
            assertThat(form.read(text)).isEqualByComparingTo(number);
        }
    }

    @Test
    void marksOfAListStandForEachOther() throws Exception {
        NumberForm swiss = form("{grouping: [\"'\", \u2019, ' ']}");

        assertThat(swiss.read("1'234\u2019567 890.50")).isEqualByComparingTo("1234567890.5");
        assertThatThrownBy(() -> swiss.read("1,234")).hasMessage("is not a number such as 1'234.50");
    }

    @Test
    void theLongestSymbolIsTakenFirst() throws Exception {
        assertThat(form("{symbols: [$, US$, kr, SEK kr]}").read("5 US$")).isEqualByComparingTo("5");
        assertThat(form("{symbols: [$, US$, kr, SEK kr]}").read("5 SEK\u00a0kr"))
                .isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{groups: 3} | groups 3 stands without grouping, expected the mark between the groups",
                "{grouping: ',', groups: 0} | groups 0 is not a number of digits, expected 1 to 9",
                "{grouping: ',', groups: []} | groups is an empty list, expected numbers of digits such as 3",
                "{grouping: [' ', .]} | the mapping has . for both decimal and grouping, expected two marks",
                "{grouping: (} | grouping ( is not a mark, expected one character such as a comma or a point",
                "{symbols: {$: dollar}} | symbols.$ dollar is not the code of a currency, expected one such as EUR, or a column",
            })
    void whatIsNoFormIsTold(String yaml, String message) {
        assertThatThrownBy(() -> form(yaml)).hasMessage("m.yaml:1: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "($1,000.00)",
                "\u20ac -1.234,50",
                "1.234,50- EUR",
                "(0.01)",
                "-1'000",
                "\u22125 kr",
                "-.5",
                "-2.5E3",
                "USD (5)"
            })
    void belowZeroIsSeenWhateverTheFormOfTheFile(String text) {
        assertThat(NumberForm.isNegative(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "+1", "0", "-0.00", "(0)", "-", "", "2026-03-02", "(1", "1)", "5e-3", "-None-", "a-b", "1-2"
            })
    void whatIsNotANumberBelowZeroIsNot(String text) {
        assertThat(NumberForm.isNegative(text)).isFalse();
    }

    @Test
    void severalFormsAreReadUnlessTheyDiffer() throws Exception {
        NumberForms forms = NumberForms.parse(
                YamlReader.read("m.yaml", "[{decimal: ',', grouping: .}, {decimal: ., grouping: ','}]"),
                NumberForms.PLAIN);

        assertThat(forms.read("1.234,50")).isEqualByComparingTo("1234.5");
        assertThat(forms.read("1,234.50")).isEqualByComparingTo("1234.5");
        assertThat(forms.read("1234")).isEqualByComparingTo("1234");
        assertThat(forms.read("9,32")).isEqualByComparingTo("9.32");
        assertThatThrownBy(() -> forms.read("1.234"))
                .hasMessage("1.234 may be 1234 or 1.234, expected what all forms of numbers read alike");
        assertThatThrownBy(() -> forms.read("x")).hasMessage("x is not a number such as 1.234,50");
        assertThatThrownBy(() -> NumberForms.parse(YamlReader.read("m.yaml", "[]"), NumberForms.PLAIN))
                .hasMessage("m.yaml:1: the mapping is an empty list, expected forms of numbers");
    }
}
