package org.saleskpi.intake.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Row;

/** Which moment a row gives: that of the first source that gives any. */
record MomentRule(List<Option> options) {

    /** A source, and how its moments are written. */
    record Option(TextRule.Source source, MomentForm form) {}

    static MomentRule parse(Yaml yaml, MomentForm form) throws InvalidMappingException {
        List<Option> options = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            if (item.isText()) {
                options.add(new Option(TextRule.source(item), form));
            } else {
                Yaml.Block block = item.block(TextRule.keysAnd("formats", "zone"));
                options.add(new Option(TextRule.source(block), MomentForm.parse(block, form)));
            }
        }
        return new MomentRule(List.copyOf(options));
    }

    @Nullable
    Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException {
        for (Option option : options) {
            String text = option.source().read(row, lookups);
            if (text != null) {
                Moment moment = option.form().read(text, run);
                if (moment == null) {
                    throw new BadCellException(
                            text, "is not a moment, expected " + option.form().expected());
                }
                return moment;
            }
        }
        return null;
    }

    TextRule texts() {
        return new TextRule(options.stream().map(Option::source).toList());
    }
}
