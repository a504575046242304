package org.saleskpi.intake.draft;

import java.util.ArrayList;
import java.util.List;

/** What was found in a file, in lines of text. */
final class ProfileText {

    private ProfileText() {}

    static List<String> of(FileProfile file) {
        List<String> lines = new ArrayList<>();
        String head = shown(file.file()) + ": ";
        if (file.problem() != null) {
            head += shown(file.problem());
        } else {
            head += (file.isWhole() ? "" : "the first ") + file.rows() + (file.rows() == 1 ? " row" : " rows");
        }
        lines.add(head);
        if (file.problem() == null) {
            file.columns().forEach(column -> lines.add("  " + of(column)));
        }
        return lines;
    }

    private static String of(ColumnProfile column) {
        List<String> parts = new ArrayList<>();
        if (column.filled() == 0) {
            parts.add("empty");
        } else {
            if (column.empty() > 0) {
                parts.add(column.empty() + " empty");
            }
            parts.add(
                    column.isUnique()
                            ? "no text twice"
                            : column.distinct() + (column.distinct() == 1 ? " text" : " texts"));
            if (column.isMoment()) {
                parts.add("moments as " + String.join(" or ", column.moments()));
            } else if (column.numbers() != null) {
                parts.add("numbers");
            }
            ColumnProfile.Reference reference = column.reference();
            if (reference != null) {
                parts.add("found in " + shown(reference.file()) + " (" + shown(reference.column()) + ")");
            }
            parts.add("such as " + String.join(" | ", column.shapes()));
        }
        return shown(column.name()) + ": " + String.join(", ", parts);
    }

    /** A name on one line of a comment. */
    private static String shown(String name) {
        String quoted = YamlText.of(name);
        return quoted.substring(1, quoted.length() - 1);
    }
}
