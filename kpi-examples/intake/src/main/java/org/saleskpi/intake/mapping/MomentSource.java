package org.saleskpi.intake.mapping;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Row;

/** A moment of a row. */
sealed interface MomentSource {

    /** The keys of a block. */
    String[] KEYS = TextSource.keysAnd(
            Stream.concat(Stream.of(MomentForms.KEYS), Stream.of("day", "plus", "earliest", "latest"))
                    .toArray(String[]::new));

    /** The moment of a row; null for none. */
    @Nullable
    Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException;

    /** The texts in which it is written. */
    Stream<TextSource> texts();

    /** All that is read from the row. */
    default Stream<TextSource> sources() {
        return texts();
    }

    /** The zone of its days. */
    default ZoneId zone(ZoneId run) {
        return run;
    }

    /**
     * One that is written.
     *
     * @param source where
     * @param forms how
     * @param isDay whether the day counts on which the moment falls in its own zone
     */
    record Written(TextSource source, MomentForms forms, boolean isDay) implements MomentSource {

        @Override
        public @Nullable Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException {
            String text = source.read(row, lookups);
            if (text == null) {
                return null;
            }
            Moment moment = forms.read(text, run);
            return isDay ? day(dayOf(moment, forms.zoneIn(run)), run) : moment;
        }

        @Override
        public Stream<TextSource> texts() {
            return Stream.of(source);
        }

        @Override
        public ZoneId zone(ZoneId run) {
            return isDay ? run : forms.zoneIn(run);
        }
    }

    /** The earliest or the latest of those that are there. */
    record OneOf(Condition when, List<MomentRule> moments, boolean isLatest) implements MomentSource {

        @Override
        public @Nullable Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException {
            Moment found = null;
            if (when.holds(row, lookups)) {
                for (MomentRule rule : moments) {
                    Moment moment = rule.read(row, run, lookups);
                    if (found == null || (moment != null && moment.instant().isAfter(found.instant()) == isLatest)) {
                        found = moment == null ? found : moment;
                    }
                }
            }
            return found;
        }

        @Override
        public Stream<TextSource> texts() {
            return moments.stream().flatMap(rule -> rule.texts().sources().stream());
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.concat(when.sources(), moments.stream().flatMap(MomentRule::sources));
        }
    }

    /** One that lies some time after another. A day stays a day. */
    record Later(MomentSource moment, Span span) implements MomentSource {

        @Override
        public @Nullable Moment read(Row row, ZoneId run, Lookups lookups) throws BadCellException {
            Moment from = moment.read(row, run, lookups);
            Period length = from == null ? null : span.read(row, 0, lookups);
            if (from == null || length == null) {
                return null;
            }
            ZoneId zone = moment.zone(run);
            LocalDate date = from.date();
            return date == null
                    ? new Moment(Span.after(from.instant().atZone(zone), length).toInstant(), null)
                    : day(Span.after(date.atStartOfDay(zone), length).toLocalDate(), zone);
        }

        @Override
        public Stream<TextSource> texts() {
            return moment.texts();
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.concat(moment.sources(), span.sources());
        }

        @Override
        public ZoneId zone(ZoneId run) {
            return moment.zone(run);
        }
    }

    private static LocalDate dayOf(Moment moment, ZoneId zone) {
        return moment.date() == null ? LocalDate.ofInstant(moment.instant(), zone) : moment.date();
    }

    private static Moment day(LocalDate date, ZoneId zone) {
        return new Moment(date.atStartOfDay(zone).toInstant(), date);
    }

    /** Parses the name of a column, or a block. */
    static MomentSource parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        if (yaml.isText()) {
            return new Written(TextSource.parse(yaml, forms), forms.moments(), false);
        }
        Yaml.Block block = yaml.block(KEYS);
        Yaml latest = block.optional("latest");
        MomentSource moment = block.optional("earliest") == null && latest == null
                ? new Written(
                        TextSource.parse(block, forms), MomentForms.parse(block, forms.moments()), block.flag("day"))
                : oneOf(block, latest, forms);
        Yaml plus = block.optional("plus");
        return plus == null
                ? moment
                : new Later(moment, Span.parse(plus.block(Span.KEYS.toArray(String[]::new)), forms));
    }

    private static OneOf oneOf(Yaml.Block block, @Nullable Yaml latest, Forms forms) throws InvalidMappingException {
        String key = latest == null ? "earliest" : "latest";
        for (String other : block.entries().keySet()) {
            if (!List.of("when", "plus", key).contains(other)) {
                throw block.node().error("has both " + key + " and " + other + ", expected one");
            }
        }
        List<MomentRule> moments = new ArrayList<>();
        for (Yaml item : block.required(key).items()) {
            moments.add(MomentRule.parse(item, forms));
        }
        if (moments.size() < 2) {
            throw block.required(key)
                    .error("has " + moments.size() + " of what it chooses from, expected a list of columns");
        }
        Yaml when = block.optional("when");
        return new OneOf(
                when == null ? Condition.ALWAYS : Condition.parse(when, forms), List.copyOf(moments), latest != null);
    }
}
