package org.saleskpi.intake.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;

/**
 * How moments are written: the forms they may have, and the zone of local times and dates.
 *
 * @param forms the forms, tried in this order
 * @param zone the zone; null for that of the run
 */
record MomentForm(List<Form> forms, @Nullable ZoneId zone) {

    private static final Pattern BARE_OFFSET = Pattern.compile("(:[0-9.]+[+-][0-9]{2})([0-9]{2})$");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 9, 28, 15, 4, 5, 0, ZoneOffset.UTC);

    /** One way to write moments; the name is what the mapping calls it. */
    record Form(String name, Reader reader) {}

    private interface Reader {
        /** Throws DateTimeException for a text of another form. */
        Moment read(String text, ZoneId zone);
    }

    /** Parses a block of {@code formats} and {@code zone}; what it leaves out is as in the outer block. */
    static MomentForm parse(Yaml.Block block, @Nullable MomentForm outer) throws InvalidMappingException {
        Yaml formats = outer == null ? block.required("formats") : block.optional("formats");
        Yaml zone = outer == null ? block.required("zone") : block.optional("zone");
        List<Form> forms = new ArrayList<>();
        if (formats != null) {
            for (Yaml format : formats.items()) {
                forms.add(form(format));
            }
        } else if (outer != null) {
            forms.addAll(outer.forms());
        }
        return new MomentForm(List.copyOf(forms), zone != null ? zone(zone) : outer == null ? null : outer.zone());
    }

    private static @Nullable ZoneId zone(Yaml yaml) throws InvalidMappingException {
        String name = yaml.text();
        try {
            return name.equals("run") ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw yaml.error("is not a zone, expected run or a name such as Europe/Paris");
        }
    }

    private static Form form(Yaml yaml) throws InvalidMappingException {
        String name = yaml.text();
        return new Form(
                name,
                switch (name) {
                    case "iso" -> MomentForm::iso;
                    case "epoch-millis" -> (text, zone) -> instant(Instant.ofEpochMilli(integer(text)));
                    case "epoch-seconds" -> (text, zone) -> instant(Instant.ofEpochSecond(integer(text)));
                    default -> pattern(yaml);
                });
    }

    /** ISO as systems write it: with a space for the T, and offsets without a colon. */
    private static Moment iso(String text, ZoneId zone) {
        String strict =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        return Moment.iso(BARE_OFFSET.matcher(strict).replaceFirst("$1:$2"), zone);
    }

    private static Moment instant(Instant instant) {
        return Moment.from(instant.atOffset(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static long integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new DateTimeException("not an integer");
        }
        return Long.parseLong(text);
    }

    private static Reader pattern(Yaml yaml) throws InvalidMappingException {
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(yaml.text())
                    .parseDefaulting(ChronoField.ERA, 1)
                    // English names of months, whatever the machine speaks.
                    .toFormatter(Locale.ENGLISH)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);
            Moment.from(formatter.parse(formatter.format(SAMPLE)), ZoneOffset.UTC);
            return (text, zone) -> Moment.from(formatter.parse(text), zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw yaml.error("is not a format of moments, expected iso, epoch-millis, epoch-seconds or a pattern with a"
                    + " year, month and day such as dd/MM/yyyy HH:mm");
        }
    }

    /** Reads a text; null when it has none of the forms. */
    @Nullable
    Moment read(String text, ZoneId run) {
        for (Form form : forms) {
            try {
                return form.reader().read(text, zone == null ? run : zone);
            } catch (DateTimeException e) {
                // Another form may fit.
            }
        }
        return null;
    }

    /** The forms, for messages. */
    String expected() {
        return String.join(" or ", forms.stream().map(Form::name).toList());
    }
}
