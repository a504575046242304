package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final String VALID = """
            mapping: 1
            moments: {formats: iso, zone: run}
            files:
              Deals.csv:
                records:
                  - contract:
                      id: Id
                      customer: {columns: Account, unknown: reject}
                      signed_at: Closed
                      term: open-ended
                      amount: {column: Amount, currency: EUR}
            """;

    private static void assertError(String text, String message) {
        assertThatThrownBy(() -> Mapping.parse("m.yaml", text))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage(message);
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("none.yaml");

        assertThatThrownBy(() -> Mapping.read(missing))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("Mapping " + missing + " cannot be read: " + missing);
    }

    @Test
    void aFileThatIsNotUtf8IsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("m.yaml"), new byte[] {'a', (byte) 0xE9});

        assertThatThrownBy(() -> Mapping.read(file))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("Mapping " + file + " cannot be read: it is not UTF-8 text");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertError("", "m.yaml: is empty, expected a mapping");
        assertError("- a", "m.yaml:1: the mapping is not a block of keys, expected one");
        assertError(VALID + "---\nmore: 1\n", "m.yaml:12: has a second document, expected one");
        assertError("mapping: &one 1\nfiles: *one\n", "m.yaml:1: mapping 1 is not a block of keys, expected one");
        assertThatThrownBy(() -> Mapping.parse("m.yaml", "mapping: 1\nmapping: 1\n"))
                .hasMessageStartingWith("m.yaml:2: mapping is the second key of that name, expected one");
        assertThatThrownBy(() -> Mapping.parse("m.yaml", "mapping: [1"))
                .hasMessageStartingWith("m.yaml:1: is not YAML: while parsing a flow sequence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mapping: 1 | mapping: 2 | m.yaml:1: mapping 2 is unknown, expected one of 1",
                "zone: run | zone: Pariss | m.yaml:2: moments.zone Pariss is not a zone, expected run or a name such as"
                        + " Europe/Paris",
                "`, zone: run` | `` | m.yaml:2: moments has no key zone, expected one",
                "formats: iso | formats: dd HH | m.yaml:2: moments.formats dd HH is not a format of moments, expected iso, excel-serial,"
                        + " epoch-seconds, epoch-millis, epoch-micros, epoch-nanos or a pattern with a year, month and day such as dd/MM/yyyy HH:mm",
                "`moments: {formats: iso, zone: run}` | `` | m.yaml:4: files.Deals.csv has no key moments, expected one here"
                        + " or for all files",
                "id: Id | name: Id | m.yaml:7: files.Deals.csv.records[1].contract.name is an unknown key, expected one of"
                        + " amount, attributes, billing, count, customer, id, owner, proposal, repeated, signed_at, starts_at, term, when",
                "id: Id | `` | m.yaml:6: files.Deals.csv.records[1].contract has no key id, expected one",
                "contract: | deal: | m.yaml:6: files.Deals.csv.records[1].deal is an unknown key, expected one of call,"
                        + " contract, customer, meeting, proposal, survey",
                "unknown: reject | unknown: none | m.yaml:8: files.Deals.csv.records[1].contract.customer.unknown none is"
                        + " not possible, expected reject: a contract always has a customer",
                "unknown: reject | unknown: drop | m.yaml:8: files.Deals.csv.records[1].contract.customer.unknown drop is"
                        + " unknown, expected one of none, reject",
                "`customer: {columns: Account, unknown: reject}` | `` | m.yaml:6: files.Deals.csv.records[1].contract has no"
                        + " key customer, expected one",
                "term: open-ended | `` | m.yaml:6: files.Deals.csv.records[1].contract has no key term, expected one",
                "term: open-ended | term: forever | m.yaml:10: files.Deals.csv.records[1].contract.term forever is unknown,"
                        + " expected one of open-ended",
                "term: open-ended | `term: {months: 0}` | m.yaml:10: files.Deals.csv.records[1].contract.term.months 0 is not"
                        + " a number, expected 1 to 9999",
                "term: open-ended | `term: {months: {column: Term}}` | m.yaml:10:"
                        + " files.Deals.csv.records[1].contract.term has no key empty, expected one",
                "term: open-ended | `term: {end: End, empty: reject}` | m.yaml:10:"
                        + " files.Deals.csv.records[1].contract.term has no key ends, expected one",
                "term: open-ended | `term: {end: End, months: 1}` | m.yaml:10:"
                        + " files.Deals.csv.records[1].contract.term has months and end, expected one of days, weeks, months, years, period, end",
                "term: open-ended | `term: {months: 1, ends: inclusive}` | m.yaml:10:"
                        + " files.Deals.csv.records[1].contract.term has ends, expected it beside end only",
                "term: open-ended | `term: {months: 1, empty: reject}` | m.yaml:10:"
                        + " files.Deals.csv.records[1].contract.term has empty, expected it beside a column only",
                "currency: EUR | currency: euro | m.yaml:11: files.Deals.csv.records[1].contract.amount.currency euro is not"
                        + " the code of a currency, expected one such as EUR, or a column",
                "`, currency: EUR` | `` | m.yaml:11: files.Deals.csv.records[1].contract.amount has no key currency, expected"
                        + " one",
                "currency: EUR | `currency: EUR, numbers: {decimal: 'x'}` | m.yaml:11:"
                        + " files.Deals.csv.records[1].contract.amount.numbers.decimal x is not a mark, expected one"
                        + " character such as a comma or a point",
                "currency: EUR | `currency: EUR, numbers: {grouping: '.'}` | m.yaml:11:"
                        + " files.Deals.csv.records[1].contract.amount.numbers has . for both decimal and grouping, expected"
                        + " two marks",
                "currency: EUR | `currency: EUR, numbers: {multiples: {K: 999}}` | m.yaml:11:"
                        + " files.Deals.csv.records[1].contract.amount.numbers.multiples.K 999 is not a factor, expected a"
                        + " power of ten such as 1000",
                "id: Id | `id: {column: Id, join: [A, B]}` | m.yaml:7: files.Deals.csv.records[1].contract.id has both column"
                        + " and join, expected one",
                "id: Id | `id: []` | m.yaml:7: files.Deals.csv.records[1].contract.id is an empty list, expected columns",
                "id: Id | `id:` | m.yaml:7: files.Deals.csv.records[1].contract.id is not a text, expected one",
                "id: Id | `id: {column: Id, optional: yes}` | m.yaml:7: files.Deals.csv.records[1].contract.id.optional yes"
                        + " is unknown, expected one of false, true",
            })
    void aWrongMappingIsToldByFileLineKeyValueAndExpectation(String from, String to, String message) {
        String text = VALID.replace(from, to);
        assertThatThrownBy(() -> Mapping.parse("m.yaml", text))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aConditionHasOneTestForEachColumn() {
        assertError(
                VALID.replace("id: Id", "id: Id\n          when: {A: {not: x, empty: true}}"),
                "m.yaml:8: files.Deals.csv.records[1].contract.when.A has not and empty, expected one of"
                        + " is, not, matches, empty, missing, negative, or above, at_least, at_most, below");
    }

    @Test
    void aFileIsWrittenWithKnownDelimitersAndEncodings() {
        assertError(
                VALID + "csv: {delimiter: '::'}\n",
                "m.yaml:12: csv.delimiter :: is not a delimiter, expected one of , ; | or tab");
        assertError(
                VALID + "csv: {encoding: ansi}\n",
                "m.yaml:12: csv.encoding ansi is not an encoding, expected one such as utf-8 or windows-1252");
    }

    @Test
    void theWordsOfAFieldAreThoseOfTheLibrary() {
        String call = VALID.replaceAll("(?s)- contract:.*", "- call: {id: Id, at: At, purpose: %s}\n");
        assertError(
                call.formatted("SALES"),
                "m.yaml:6: files.Deals.csv.records[1].call.purpose SALES is unknown, expected one of OTHER, PROSPECTING");
        assertError(
                call.formatted("{column: Type, words: {Outbound: PROSPECT}}"),
                "m.yaml:6: files.Deals.csv.records[1].call.purpose.words.Outbound PROSPECT is unknown, expected one of"
                        + " OTHER, PROSPECTING");
        assertError(
                call.formatted("{column: Type}"),
                "m.yaml:6: files.Deals.csv.records[1].call.purpose has no key words, expected one");
        assertError(
                call.formatted("{past: OTHER, future: OTHER}"),
                "m.yaml:6: files.Deals.csv.records[1].call.purpose.past is an unknown key, expected one of cases, column,"
                        + " file_name, first, fixed, ignore_case, join, none, optional, otherwise, prefix, row, separator,"
                        + " star, through, values, when, with, words");
    }
}
