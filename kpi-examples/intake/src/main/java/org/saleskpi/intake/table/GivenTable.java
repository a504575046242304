package org.saleskpi.intake.table;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.sales.Origin;

/** A table that was handed over, read once. Not thread-safe. */
public final class GivenTable implements TableWithHeader {

    private final Header header;
    private final Set<String> numbers;
    private final Iterator<TextRow> rows;

    /**
     * Begins to read a table.
     *
     * @param table the table
     * @param ignoresCase whether a column may be called as it is wanted but for capitals
     */
    public GivenTable(TextTable table, boolean ignoresCase) {
        this.header = new Header(table.columns(), ignoresCase);
        this.numbers = table.numbers();
        this.rows = table.rows().iterator();
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public List<Remark> remarks() {
        return List.of();
    }

    @Override
    public @Nullable Row next() {
        return rows.hasNext() ? row(rows.next()) : null;
    }

    /**
     * Reads a row by the columns of this table.
     *
     * @param given a row of the table
     * @return the row
     */
    public Row row(TextRow given) {
        return new GivenRow(given);
    }

    @Override
    public void close() {}

    private final class GivenRow implements RowOfHeader {

        private final TextRow given;

        GivenRow(TextRow given) {
            this.given = given;
        }

        @Override
        public Header header() {
            return header;
        }

        @Override
        public @Nullable String cell(int place) {
            String text = place < 0 || place >= given.cells().size()
                    ? null
                    : given.cells().get(place);
            String clean = text == null ? "" : CleanText.of(text);
            return clean.isEmpty() ? null : clean;
        }

        @Override
        public boolean isNumber(int place) {
            return place >= 0 && numbers.contains(header.names().get(place));
        }

        @Override
        public Origin origin() {
            return given.origin();
        }

        @Override
        public @Nullable Fault fault() {
            TextRow.Fault fault = given.fault();
            if (fault != null) {
                return new Fault(fault.field(), fault.value(), fault.reason());
            }
            int expected = header.names().size();
            return given.cells().size() == expected
                    ? null
                    : new Fault(
                            "row",
                            "of " + CountedNoun.of(given.cells().size(), "cell"),
                            "does not fit the columns, expected " + expected);
        }
    }
}
