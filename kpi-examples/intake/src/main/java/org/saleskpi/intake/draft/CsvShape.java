package org.saleskpi.intake.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saleskpi.intake.table.CsvForm;
import org.saleskpi.intake.table.HeaderPlace;
import org.saleskpi.intake.table.TableForm;

/**
 * How a CSV file seems to be written, by its beginning.
 *
 * @param delimiter what separates cells
 * @param charset how bytes stand for characters
 * @param headerLine the line of the header, counted from 1; 0 if it is the first that is not empty
 */
record CsvShape(char delimiter, Charset charset, int headerLine) {

    private static final int BYTES_EXAMINED = 1 << 16;
    private static final int LINES_EXAMINED = 30;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    static CsvShape of(Path path) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(path)) {
            start = bytes.readNBytes(BYTES_EXAMINED);
        }
        Charset charset = isUtf8(start) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        List<String> lines =
                new String(start, charset).lines().limit(LINES_EXAMINED).toList();
        char best = ',';
        int widest = 1;
        int rows = 0;
        for (char delimiter : DELIMITERS) {
            Map<Integer, Integer> widths = new TreeMap<>();
            lines.forEach(line -> widths.merge(width(line, delimiter), 1, Integer::sum));
            for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
                if (width.getKey() > 1
                        && (width.getValue() > rows || (width.getValue() == rows && width.getKey() > widest))) {
                    best = delimiter;
                    widest = width.getKey();
                    rows = width.getValue();
                }
            }
        }
        return new CsvShape(best, charset, headerLine(lines, best, widest));
    }

    private static int headerLine(List<String> lines, char delimiter, int width) {
        boolean isFirst = true;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                if (width(lines.get(i), delimiter) == width) {
                    return isFirst ? 0 : i + 1;
                }
                isFirst = false;
            }
        }
        return 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try {
            // The last character may be cut.
            CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false);
            if (result.isError()) {
                result.throwException();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** How many cells a line has, as far as a line tells. */
    private static int width(String line, char delimiter) {
        int cells = 1;
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            isQuoted ^= c == '"';
            cells += c == delimiter && !isQuoted ? 1 : 0;
        }
        return cells;
    }

    TableForm form() {
        return new TableForm(
                new CsvForm(delimiter, charset),
                TableForm.STANDARD.json(),
                null,
                headerLine == 0 ? HeaderPlace.FIRST : new HeaderPlace.OnLine(headerLine),
                true,
                false);
    }

    /** The same as keys of a mapping. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        List<String> csv = new ArrayList<>();
        if (delimiter != ',') {
            csv.add("delimiter: " + (delimiter == '\t' ? "tab" : "\"" + delimiter + "\""));
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            csv.add("encoding: windows-1252");
        }
        if (!csv.isEmpty()) {
            keys.add("csv: {" + String.join(", ", csv) + "}");
        }
        if (headerLine > 0) {
            keys.add("header: " + headerLine);
        }
        return keys;
    }
}
