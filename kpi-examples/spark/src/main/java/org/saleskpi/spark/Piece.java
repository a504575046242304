package org.saleskpi.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.TextRow;
import org.saleskpi.sales.Origin;

/**
 * A row of one of the tables, as it travels to its part: bytes, which no serializer of Spark needs to know.
 *
 * @param table the number of the table
 * @param row the row
 */
record Piece(int table, TextRow row) {

    private static final long NO_LINE = -1;

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(table);
            ByteText.write(row.origin().source(), out);
            out.writeLong(row.origin().line().orElse(NO_LINE));
            TextRow.Fault fault = row.fault();
            ByteText.write(fault == null ? null : fault.field(), out);
            if (fault != null) {
                ByteText.write(fault.value(), out);
                ByteText.write(fault.reason(), out);
            }
            out.writeInt(row.cells().size());
            for (String cell : row.cells()) {
                ByteText.write(cell, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads a piece; the rows of one source share its name. */
    static Piece fromBytes(byte[] bytes, Map<String, String> sources) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int table = in.readUnsignedShort();
            String source = sources.computeIfAbsent(ByteText.readPresent(in), name -> name);
            long line = in.readLong();
            String field = ByteText.read(in);
            TextRow.Fault fault =
                    field == null ? null : new TextRow.Fault(field, ByteText.readPresent(in), ByteText.readPresent(in));
            @Nullable String[] cells = new String[in.readInt()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = ByteText.read(in);
            }
            List<@Nullable String> texts = Arrays.asList(cells);
            Origin origin = line == NO_LINE ? Origin.of(source) : Origin.of(source, line);
            return new Piece(table, new TextRow(origin, texts, fault));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
