package org.saleskpi.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/** Gives out names that a workbook can hold: short enough, without what spreadsheets do not take, and no two the same. */
final class SheetNames {

    private static final int LONGEST_SHEET = 31;
    private static final int LONGEST_HEADER = 255;

    private SheetNames() {}

    /** The names of sheets, as near as can be to those wished for, in the same order. */
    static List<String> ofSheets(List<String> wantedNames) {
        Set<String> taken = new HashSet<>();
        taken.add("history"); // Reserved.
        return wantedNames.stream()
                .map(wantedName -> unique(valid(wantedName), LONGEST_SHEET, taken))
                .toList();
    }

    /** The headings of a table, which must differ by more than capitals. */
    static List<String> ofColumns(List<String> wantedNames) {
        Set<String> taken = new HashSet<>();
        return wantedNames.stream()
                .map(wantedName -> unique(wantedName, LONGEST_HEADER, taken))
                .toList();
    }

    private static String valid(String wantedName) {
        // A comma is taken for the end of a reference to the sheet.
        String safe = WorkbookUtil.createSafeSheetName(wantedName.isBlank() ? "-" : wantedName.replace(',', ' '), ' ');
        // It has cut the name already, and may have cut a pair of surrogates in two.
        return wantedName.length() > LONGEST_SHEET ? shortened(safe, LONGEST_SHEET - 1) + "…" : safe;
    }

    private static String unique(String wantedName, int longest, Set<String> taken) {
        String name = shortened(wantedName, longest);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " (" + i + ")";
            name = shortened(wantedName, longest - number.length()) + number;
        }
        return name;
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
