package org.saleskpi.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.RecordType;

/** The account of an import in lines of text. */
final class AccountText {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private AccountText() {}

    static List<String> of(ImportAccount account) {
        List<String> lines = ofFiles(account);
        lines.addAll(closing(account));
        return lines;
    }

    static List<String> ofFiles(ImportAccount account) {
        List<String> lines = new ArrayList<>();
        for (ImportAccount.Entry entry : account.entries()) {
            if (entry instanceof FileAccount file) {
                lines.addAll(of(file));
            } else {
                lines.add(entry.toString());
            }
        }
        account.missingFiles().forEach(file -> lines.add(file + ": not in the folder"));
        account.unreadSheets()
                .forEach((file, sheets) -> lines.add(file + ": sheets not read: " + String.join(", ", sheets)));
        if (!account.unreadFiles().isEmpty()) {
            lines.add("Not read: " + String.join(", ", account.unreadFiles()));
        }
        return lines;
    }

    static List<String> of(FileAccount file) {
        List<String> lines = new ArrayList<>();
        String head = file.file() + ": " + counted(file.rows(), "row") + " read";
        switch (file.use()) {
            case CSV_FOLDER -> lines.add(head + ofCsvFolder(file));
            case RATES -> lines.add(head + ofRates(file));
            case LOOKUP ->
                lines.add(head + " to look things up"
                        + (file.unfitRows() == 0 ? "" : ", " + file.unfitRows() + " left out: not a whole row"));
            case MAPPING -> {
                lines.add(head);
                addMapped(file, lines);
            }
        }
        file.remarks().forEach(remark -> lines.add(file.file() + ": " + remark));
        return lines;
    }

    private static String ofCsvFolder(FileAccount file) {
        List<String> own = file.columnsRead().stream()
                .filter(column -> !file.attributes().contains(column))
                .toList();
        RecordAccount records = file.records().get(0);
        return ": " + counted(records.made(), noun(records.type())) + setAside(file) + "; columns "
                + String.join(", ", own)
                + (file.attributes().isEmpty() ? "" : "; attributes " + String.join(", ", file.attributes()));
    }

    private static String ofRates(FileAccount file) {
        String rates = file.notes().isEmpty()
                ? counted(file.usedRows(), "exchange rate")
                : file.notes().get(0).toString();
        return ": " + rates + setAside(file)
                + (file.columnsNotRead().isEmpty()
                        ? ""
                        : "; columns not read: " + String.join(", ", file.columnsNotRead()));
    }

    private static String setAside(FileAccount file) {
        return file.unfitRows() == 0 ? "" : ", " + file.unfitRows() + " set aside";
    }

    private static void addMapped(FileAccount file, List<String> lines) {
        lines.add("  " + file.usedRows() + " used");
        for (RecordAccount records : file.records()) {
            String noun = noun(records.type());
            lines.add("    " + counted(records.made(), noun) + " made");
            if (records.furtherRows() > 0) {
                lines.add("    " + counted(records.furtherRows(), "further row") + " of the same " + noun + "s");
            }
            if (records.setAside() > 0) {
                lines.add("    " + counted(records.setAside(), noun) + " set aside for "
                        + ImportNote.shown(records.fieldsAtFault()));
            }
            records.notes().forEach(note -> lines.add("    " + note));
        }
        file.notes().forEach(note -> lines.add("    " + note));
        file.skippedRows().forEach((reason, count) -> lines.add("  " + count + " skipped: " + reason));
        if (file.unmatchedRows() > 0) {
            lines.add("  " + file.unmatchedRows() + " matched no rule");
        }
        if (file.unfitRows() > 0) {
            lines.add("  " + file.unfitRows() + " set aside: not a whole row");
        }
    }

    static List<String> closing(ImportAccount account) {
        List<String> lines = new ArrayList<>();
        long rows = account.rows();
        long used = account.usedRows();
        if (rows > 0) {
            lines.add(used + " of " + rows + " rows used (" + 100 * used / rows + " %)");
        }
        for (RecordTotals records : account.records()) {
            if (records.made() > 0) {
                lines.add(counted(records.made(), noun(records.type())) + " from "
                        + shown(records.first(), account.zone()) + " to " + shown(records.last(), account.zone()));
            }
        }
        account.notes().forEach(note -> lines.add(note.toString()));
        return lines;
    }

    private static String shown(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : MINUTES.format(moment.atZone(zone));
    }

    private static String noun(RecordType type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
