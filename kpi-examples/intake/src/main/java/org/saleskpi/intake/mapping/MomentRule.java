package org.saleskpi.intake.mapping;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Row;

/** Which moment a row gives: that of the first source that gives any. */
record MomentRule(List<Option> options) {

    private static final String[] KEYS = TextRule.keysAnd(
            Stream.concat(Arrays.stream(MomentForms.KEYS), Stream.of("day")).toArray(String[]::new));

    /**
     * A source, and how its moments are written.
     *
     * @param source what is read
     * @param forms how it is written
     * @param isDay whether the day counts on which the moment falls in its own zone
     */
    record Option(TextRule.Source source, MomentForms forms, boolean isDay) {

        private Moment read(String text, ZoneId run) throws BadCellException {
            Moment moment = forms.read(text, run);
            if (!isDay) {
                return moment;
            }
            LocalDate given = moment.date();
            LocalDate day = given == null ? LocalDate.ofInstant(moment.instant(), forms.zoneIn(run)) : given;
            return new Moment(day.atStartOfDay(run).toInstant(), day);
        }
    }

    static MomentRule parse(Yaml yaml, MomentForms forms) throws InvalidMappingException {
        List<Option> options = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            if (item.isText()) {
                options.add(new Option(TextRule.source(item), forms, false));
            } else {
                Yaml.Block block = item.block(KEYS);
                Yaml day = block.optional("day");
                options.add(
                        new Option(TextRule.source(block), MomentForms.parse(block, forms), day != null && day.flag()));
            }
        }
        return new MomentRule(List.copyOf(options));
    }

    @Nullable
    Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException {
        for (Option option : options) {
            String text = option.source().read(row, lookups);
            if (text != null) {
                return option.read(text, run);
            }
        }
        return null;
    }

    TextRule texts() {
        return new TextRule(options.stream().map(Option::source).toList());
    }
}
