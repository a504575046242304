package org.saleskpi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.draft.ColumnProfile;
import org.saleskpi.intake.draft.FileProfile;
import org.saleskpi.intake.draft.MappingDraft;
import org.saleskpi.intake.draft.NumberStyle;
import org.saleskpi.intake.mapping.BuiltInMapping;

/** What a draft found in the files of an export, as the properties of a JSON document. */
final class DraftJson {

    private DraftJson() {}

    static Map<String, @Nullable Object> of(MappingDraft draft) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put(
                "sources",
                draft.builtIns().stream().map(BuiltInMapping::toString).toList());
        properties.put("files", draft.files().stream().map(DraftJson::file).toList());
        return properties;
    }

    private static Map<String, @Nullable Object> file(FileProfile file) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("file", file.file());
        properties.put("kind", file.kind());
        properties.put("rows", file.rows());
        properties.put("whole", file.isWhole());
        properties.put("form", file.form());
        properties.put("problem", file.problem());
        properties.put("columns", file.columns().stream().map(DraftJson::column).toList());
        return properties;
    }

    private static Map<String, @Nullable Object> column(ColumnProfile column) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("name", column.name());
        properties.put("filled", column.filled());
        properties.put("empty", column.empty());
        properties.put("distinct", column.distinct());
        properties.put("unique", column.isUnique());
        properties.put("shapes", column.shapes());
        properties.put("moments", column.moments());
        properties.put("numbers", numbers(column.numbers()));
        properties.put("reference", reference(column.reference()));
        if (!column.words().isEmpty()) {
            properties.put("words", column.words());
        }
        return properties;
    }

    private static @Nullable Map<String, @Nullable Object> numbers(@Nullable NumberStyle style) {
        if (style == null) {
            return null;
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decimal", style.decimal());
        properties.put("grouping", style.grouping());
        properties.put("symbols", style.symbols().stream().sorted().toList());
        return properties;
    }

    private static @Nullable Map<String, @Nullable Object> reference(ColumnProfile.@Nullable Reference reference) {
        if (reference == null) {
            return null;
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("file", reference.file());
        properties.put("column", reference.column());
        return properties;
    }
}
