package org.saleskpi.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.Scope;
import org.saleskpi.value.Rate;

/** How CSV files of this library are written: UTF-8 with a byte-order mark, lines ending with CRLF. */
final class CsvFile {

    /**
     * Text that begins with one of these would run as a formula in a spreadsheet; the wide and the small forms do where the
     * language of the spreadsheet has them.
     */
    private static final String RISKY_STARTS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvFile() {}

    /** Writes rows to a stream, which is left open. */
    static void write(OutputStream out, CsvDialect dialect, Consumer<CsvWriter> rows) throws IOException {
        out.write(BYTE_ORDER_MARK);
        // Not closed, only flushed: closing it would close the stream.
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(dialect.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
        try {
            rows.accept(csv);
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A text that a spreadsheet does not run. */
    static String guarded(String text) {
        return !text.isEmpty() && RISKY_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A text, a number, or nothing. */
    static String cell(@Nullable Object cell, CsvDialect dialect) {
        if (cell instanceof Double number) {
            return dialect.number(BigDecimal.valueOf(number).toPlainString());
        }
        return cell instanceof Number number
                ? dialect.number(number.toString())
                : cell == null ? "" : guarded(cell.toString());
    }

    /** The names of the columns of a rate, as the properties of its object. */
    static List<String> rateColumns(String name) {
        return Stream.of("hits", "misses", "open", "total", "rate", "decided", "ceiling")
                .map(property -> name + "." + property)
                .toList();
    }

    /** The cells of a rate; all empty where there is none. */
    static List<@Nullable Object> rateCells(@Nullable Rate rate) {
        return rate == null
                ? Collections.nCopies(rateColumns("").size(), null)
                : Arrays.asList(
                        rate.hits(),
                        rate.misses(),
                        rate.open(),
                        rate.total(),
                        number(rate.value()),
                        number(rate.decided()),
                        number(rate.ceiling()));
    }

    static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /** A bound of a period: a local date where it is the start of one. */
    static String bound(Instant bound, ZoneId zone) {
        ZonedDateTime local = bound.atZone(zone);
        return local.equals(local.toLocalDate().atStartOfDay(zone))
                ? local.toLocalDate().toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.from(local));
    }

    /** The keys of each dimension that is narrowed, such as {@code owner=alice|bob; region=}. */
    static String conditions(Scope scope) {
        return scope.keys().entrySet().stream()
                .map(condition -> condition.getKey() + "="
                        + condition.getValue().stream()
                                .map(key -> key == null ? "" : key)
                                .collect(Collectors.joining("|")))
                .collect(Collectors.joining("; "));
    }
}
