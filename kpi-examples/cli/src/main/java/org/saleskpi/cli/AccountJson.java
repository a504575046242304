package org.saleskpi.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.RecordAccount;
import org.saleskpi.intake.RecordTotals;

/** The account of an import, as the properties of a JSON object. */
final class AccountJson {

    private AccountJson() {}

    static Map<String, @Nullable Object> of(ImportAccount account) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("rows", account.rows());
        properties.put("usedRows", account.usedRows());
        properties.put(
                "records", account.records().stream().map(AccountJson::totals).toList());
        properties.put("files", account.files().stream().map(AccountJson::file).toList());
        properties.put("missingFiles", account.missingFiles());
        properties.put("unreadFiles", account.unreadFiles());
        properties.put("unreadSheets", account.unreadSheets());
        properties.put(
                "lookups",
                notes(account.entries().stream()
                        .filter(ImportNote.class::isInstance)
                        .map(ImportNote.class::cast)
                        .toList()));
        properties.put("notes", notes(account.notes()));
        return properties;
    }

    private static Map<String, @Nullable Object> totals(RecordTotals records) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("type", CheckJson.word(records.type()));
        properties.put("made", records.made());
        properties.put("setAside", records.setAside());
        properties.put("fieldsAtFault", records.fieldsAtFault());
        properties.put("first", moment(records.first()));
        properties.put("last", moment(records.last()));
        return properties;
    }

    private static @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static Map<String, @Nullable Object> file(FileAccount file) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("file", file.file());
        properties.put("use", file.use().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        properties.put("rows", file.rows());
        properties.put("usedRows", file.usedRows());
        properties.put("skippedRows", file.skippedRows());
        properties.put("unmatchedRows", file.unmatchedRows());
        properties.put("unfitRows", file.unfitRows());
        properties.put(
                "records", file.records().stream().map(AccountJson::records).toList());
        properties.put("columnsRead", file.columnsRead());
        properties.put("columnsNotRead", file.columnsNotRead());
        properties.put("attributes", file.attributes());
        properties.put("notes", notes(file.notes()));
        properties.put("remarks", notes(file.remarks()));
        return properties;
    }

    private static Map<String, @Nullable Object> records(RecordAccount records) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("type", CheckJson.word(records.type()));
        properties.put("made", records.made());
        properties.put("furtherRows", records.furtherRows());
        properties.put("setAside", records.setAside());
        properties.put("fieldsAtFault", records.fieldsAtFault());
        properties.put("notes", notes(records.notes()));
        return properties;
    }

    private static List<Map<String, @Nullable Object>> notes(List<ImportNote> notes) {
        return notes.stream().map(AccountJson::note).toList();
    }

    private static Map<String, @Nullable Object> note(ImportNote note) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("text", note.text());
        properties.put("counts", note.counts());
        return properties;
    }
}
