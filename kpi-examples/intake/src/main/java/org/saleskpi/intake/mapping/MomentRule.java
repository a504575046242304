package org.saleskpi.intake.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Row;

/** Which moment a row gives: that of the first source that gives any. */
record MomentRule(List<MomentSource> options) {

    static MomentRule parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        List<MomentSource> options = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            options.add(MomentSource.parse(item, forms));
        }
        if (options.isEmpty()) {
            throw yaml.error("is an empty list, expected columns");
        }
        return new MomentRule(List.copyOf(options));
    }

    @Nullable
    Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException {
        for (MomentSource option : options) {
            Moment moment = option.read(row, run, lookups);
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    /** The texts in which it is written. */
    TextRule texts() {
        return new TextRule(options.stream().flatMap(MomentSource::texts).toList());
    }

    /** All that is read from the row. */
    Stream<TextSource> sources() {
        return options.stream().flatMap(MomentSource::sources);
    }
}
