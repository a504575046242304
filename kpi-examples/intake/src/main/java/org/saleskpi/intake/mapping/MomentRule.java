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

    private static final String[] KEYS = TextSource.keysAnd(
            Stream.concat(Arrays.stream(MomentForms.KEYS), Stream.of("day")).toArray(String[]::new));

    /**
     * A source, and how its moments are written.
     *
     * @param source what is read
     * @param forms how it is written
     * @param isDay whether the day counts on which the moment falls in its own zone
     */
    record Option(TextSource source, MomentForms forms, boolean isDay) {

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

    static MomentRule parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        List<Option> options = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            if (item.isText()) {
                options.add(new Option(TextSource.parse(item, forms), forms.moments(), false));
            } else {
                Yaml.Block block = item.block(KEYS);
                Yaml day = block.optional("day");
                options.add(new Option(
                        TextSource.parse(block, forms),
                        MomentForms.parse(block, forms.moments()),
                        day != null && day.flag()));
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
