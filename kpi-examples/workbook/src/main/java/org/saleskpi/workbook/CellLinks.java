package org.saleskpi.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;

/** Where a click on a name or a number leads: to its definition, and to the facts behind it. */
final class CellLinks {

    private final Map<String, String> definitions = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();

    /** Leads from indicators to the rows of a table, one each. */
    void define(Table table, List<Indicator<?>> indicators) {
        for (int row = 0; row < indicators.size(); row++) {
            definitions.put(indicators.get(row).key(), reference(table, row));
        }
    }

    /** Leads from indicators to rows of a table. */
    void list(Table table, Map<String, Integer> firstRows) {
        firstRows.forEach((key, row) -> facts.put(key, reference(table, row)));
    }

    private static String reference(Table table, int row) {
        return SheetNameFormatter.format(table.sheet()) + "!A" + (table.firstRow() + row + 1);
    }

    /** The cell that has the definition of an indicator; null if there is none. */
    @Nullable
    String definition(Indicator<?> indicator) {
        return definitions.get(indicator.key());
    }

    /** The cell that has the first fact behind the answer to an indicator; null if there is none. */
    @Nullable
    String facts(Indicator<?> indicator) {
        return facts.get(indicator.key());
    }
}
