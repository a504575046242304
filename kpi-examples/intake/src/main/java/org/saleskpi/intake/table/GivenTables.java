package org.saleskpi.intake.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.TextTable;

/** Tables that were handed over. Not thread-safe. */
public final class GivenTables implements Tables {

    private final Map<String, TextTable> tables = new TreeMap<>();

    /**
     * Takes tables.
     *
     * @param tables the tables
     * @throws IllegalArgumentException if two have one name
     */
    public GivenTables(Collection<TextTable> tables) {
        for (TextTable table : tables) {
            if (this.tables.put(table.name(), table) != null) {
                throw new IllegalArgumentException("Two tables are called " + table.name() + ", expected one");
            }
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public List<String> sheets(String name) {
        return List.of();
    }

    @Override
    public String nameOf(String name) {
        return name;
    }

    @Override
    public long size(Collection<String> names) {
        return 0;
    }

    @Override
    public Table open(SheetName name, TableForm form, WantedColumns columns, Progress progress) {
        TextTable table = tables.get(name.toString());
        if (table == null) {
            throw new BrokenFileException(name.toString(), "does not exist");
        }
        return new GivenTable(table, form.ignoresCase());
    }

    /** Returns what the tables are together, for messages. */
    @Override
    public String toString() {
        return "The data";
    }
}
