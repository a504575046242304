package org.saleskpi.intake.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.YearBounds;
import org.saleskpi.intake.table.CleanText;

/**
 * How the moments of a file are written.
 *
 * @param forms the forms that they may have, tried in this order
 * @param zone the zone of local times and dates; null for that of the run
 * @param names the names of the language in which patterns are read; null for English ones as the patterns say them
 * @param bounds the years in which they may lie
 */
record MomentForms(
        List<MomentForm> forms,
        @Nullable ZoneId zone,
        @Nullable MomentNames names,
        YearBounds bounds) {

    /** The keys of a block of moments. */
    static final String[] KEYS = {"formats", "zone", "language", "since"};

    // Days that look like others when day, month and year change places.
    private static final List<LocalDate> SAMPLES = List.of(
            LocalDate.of(2026, 3, 4),
            LocalDate.of(2026, 11, 12),
            LocalDate.of(2011, 10, 12),
            LocalDate.of(2010, 12, 11),
            LocalDate.of(2003, 2, 1),
            LocalDate.of(1999, 3, 2));

    /** Parses a block of moments; what it leaves out is as in the outer block. */
    static MomentForms parse(Yaml.Block block, @Nullable MomentForms outer) throws InvalidMappingException {
        Yaml formats = outer == null ? block.required("formats") : block.optional("formats");
        Yaml zone = outer == null ? block.required("zone") : block.optional("zone");
        Yaml language = block.optional("language");
        Yaml since = block.optional("since");
        if (language != null && formats == null) {
            throw language.error("stands without formats, expected the formats that are written in it");
        }
        MomentNames names = language != null ? names(language) : outer == null ? null : outer.names();
        List<MomentForm> forms = new ArrayList<>();
        if (formats != null) {
            for (Yaml format : formats.items()) {
                forms.add(MomentForm.parse(format, names));
            }
        } else if (outer != null) {
            forms.addAll(outer.forms());
        }
        MomentForms parsed = new MomentForms(
                List.copyOf(forms),
                zone != null ? zone(zone) : outer == null ? null : outer.zone(),
                names,
                since != null ? yearBounds(since) : outer == null ? YearBounds.USUAL : outer.bounds());
        if (formats != null || since != null) {
            parsed.checkUnambiguous(formats == null ? block.node() : formats);
        }
        return parsed;
    }

    private static @Nullable ZoneId zone(Yaml yaml) throws InvalidMappingException {
        String name = yaml.text();
        try {
            return name.equals("run") ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw yaml.error("is not a zone, expected run or a name such as Europe/Paris");
        }
    }

    private static MomentNames names(Yaml yaml) throws InvalidMappingException {
        MomentNames names = MomentNames.of(yaml.text());
        if (names == null) {
            throw yaml.error("is not a language, expected the code of one such as fr");
        }
        return names;
    }

    private static YearBounds yearBounds(Yaml yaml) throws InvalidMappingException {
        int year = yaml.wholeNumber();
        if (year > YearBounds.LAST_YEAR) {
            throw yaml.error("is not a year up to " + YearBounds.LAST_YEAR + ", expected one such as 1900");
        }
        return YearBounds.since(year);
    }

    /** Two forms must not read one text as two days: which of them is meant, only the writer of the file would know. */
    private void checkUnambiguous(Yaml formats) throws InvalidMappingException {
        for (MomentForm form : forms) {
            for (MomentForm other : forms) {
                if (form != other) {
                    checkUnambiguous(formats, form, other);
                }
            }
        }
    }

    private void checkUnambiguous(Yaml formats, MomentForm form, MomentForm other) throws InvalidMappingException {
        for (LocalDate date : SAMPLES) {
            for (TemporalAccessor sample : List.of(
                    date,
                    date.atTime(LocalTime.NOON).atZone(ZoneOffset.UTC),
                    date.atTime(3, 4, 5).atZone(ZoneOffset.UTC))) {
                String text = written(form, sample);
                Moment meant = text == null ? null : read(form, text);
                Moment read = text == null ? null : read(other, text);
                if (meant != null && read != null && !day(meant).equals(day(read))) {
                    throw formats.error("has " + form.name() + " and " + other.name() + ", which read " + text
                            + " as two days, " + day(meant) + " and " + day(read) + "; expected one of them");
                }
            }
        }
    }

    private static @Nullable String written(MomentForm form, TemporalAccessor moment) {
        try {
            return form.write(moment);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Moment read(MomentForm form, String text) {
        try {
            Moment moment = form.read(text, ZoneOffset.UTC);
            return bounds.contains(moment, ZoneOffset.UTC) ? moment : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate day(Moment moment) {
        LocalDate date = moment.date();
        return date == null ? LocalDate.ofInstant(moment.instant(), ZoneOffset.UTC) : date;
    }

    /** The zone of local times and dates in a run. */
    ZoneId zoneIn(ZoneId run) {
        return zone == null ? run : zone;
    }

    /** Reads a text. */
    Moment read(String text, ZoneId run) throws BadCellException {
        String plain = CleanText.withPlainSpaces(text);
        ZoneId read = zoneIn(run);
        String outOfReach = null;
        for (MomentForm form : forms) {
            try {
                Moment moment = form.read(plain, read);
                if (bounds.contains(moment, read)) {
                    return moment;
                }
                outOfReach = "as " + form.name() + " is " + moment.instant() + ", which " + bounds.expected();
            } catch (DateTimeException e) {
                // Another form may fit.
            }
        }
        throw new BadCellException(
                text,
                outOfReach != null
                        ? outOfReach + " (moments: {since: …} in the mapping admits earlier ones)"
                        : "is not a moment, expected "
                                + String.join(
                                        " or ",
                                        forms.stream().map(MomentForm::name).toList()));
    }
}
