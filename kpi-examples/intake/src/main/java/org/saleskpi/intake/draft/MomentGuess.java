package org.saleskpi.intake.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saleskpi.intake.Moment;

/** Finds the formats in which the texts of a column are moments. Not thread-safe. */
final class MomentGuess {

    private static final String ISO = "iso";

    /** Dates alone; each may be followed by a time. What stands first is preferred where a text fits several. */
    private static final List<String> DATES = List.of(
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "dd.MM.yyyy",
            "d.M.yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "dd/MM/yy",
            "MM/dd/yy",
            "d MMM yyyy",
            "dd MMM, yyyy",
            "MMM d, yyyy",
            "d MMMM yyyy",
            "MMMM d, yyyy",
            "dd-MMM-yyyy",
            "dd-MMM-yy");

    private static final List<String> TIMES =
            List.of("", " HH:mm", " HH:mm:ss", " h:mm a", " h:mm:ss a", ", HH:mm", ", h:mm a");

    private static final Map<String, DateTimeFormatter> PATTERNS = patterns();

    /** The share of texts that must be moments: some columns have a few other texts. */
    private static final int ENOUGH_PERCENT = 80;

    private static final Pattern DIGITS = Pattern.compile("\\d+(\\.0+)?");
    private static final Pattern SERIAL = Pattern.compile("[345]\\d{4}(\\.\\d+)?");
    private static final int MILLIS_DIGITS = 13;
    private static final int SECONDS_DIGITS = 10;

    private final boolean isNamedLikeOne;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int texts;
    private int unfit;

    /** Begins with a column, whose name may say that numbers are moments. */
    MomentGuess(boolean isNamedLikeOne) {
        this.isNamedLikeOne = isNamedLikeOne;
    }

    private static Map<String, DateTimeFormatter> patterns() {
        Map<String, DateTimeFormatter> patterns = new LinkedHashMap<>();
        for (String date : DATES) {
            for (String time : TIMES) {
                patterns.put(
                        date + time,
                        new DateTimeFormatterBuilder()
                                .parseCaseInsensitive()
                                .appendPattern((date + time).replace("yyyy", "uuuu"))
                                .toFormatter(Locale.ENGLISH)
                                .withResolverStyle(ResolverStyle.STRICT));
            }
        }
        return patterns;
    }

    void add(String text) {
        texts++;
        // A column of other texts is given up soon.
        if (unfit > 50 && unfit * 2 > texts) {
            unfit++;
            return;
        }
        List<String> fits = formats(text).toList();
        unfit += fits.isEmpty() ? 1 : 0;
        fits.forEach(format -> counts.merge(format, 1, Integer::sum));
    }

    private Stream<String> formats(String text) {
        if (text.length() < 6 || text.length() > 40 || !Character.isLetterOrDigit(text.charAt(0))) {
            return Stream.of();
        }
        if (DIGITS.matcher(text).matches() && !isPatternOfDigits(text)) {
            return isNamedLikeOne ? ofNumber(text) : Stream.of();
        }
        if (isIso(text)) {
            return Stream.of(ISO);
        }
        return PATTERNS.entrySet().stream()
                .filter(pattern -> parses(text, pattern.getValue()))
                .map(Map.Entry::getKey);
    }

    private boolean isPatternOfDigits(String text) {
        return isNamedLikeOne && text.length() == 8 && !text.contains(".");
    }

    private static Stream<String> ofNumber(String text) {
        int digits = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        return switch (digits) {
            case MILLIS_DIGITS -> Stream.of("epoch-millis");
            case SECONDS_DIGITS -> Stream.of("epoch-seconds");
            default -> SERIAL.matcher(text).matches() ? Stream.of("excel-serial") : Stream.of();
        };
    }

    private static boolean isIso(String text) {
        try {
            return text.length() >= 10
                    && text.charAt(4) == '-'
                    && Moment.iso(text.replace(' ', 'T'), ZoneOffset.UTC) != null;
        } catch (DateTimeException e) {
            return text.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?([+-]\\d{2}:?\\d{2}|Z)?");
        }
    }

    private static boolean parses(String text, DateTimeFormatter pattern) {
        try {
            LocalDate date = pattern.parse(text).query(TemporalQueries.localDate());
            return date != null && date.getYear() > 1970 && date.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The formats of most texts; none if too few are moments. */
    List<String> formats() {
        List<String> chosen = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(format -> chosen.stream().noneMatch(other -> areOneText(format, other)))
                .limit(2)
                .forEach(format -> {
                    if (chosen.isEmpty() || share(chosen.get(0)) < 100) {
                        chosen.add(format);
                    }
                });
        int sum = chosen.stream()
                .mapToInt(format -> counts.getOrDefault(format, 0))
                .sum();
        return texts > 0 && sum * 100L / texts >= ENOUGH_PERCENT ? List.copyOf(chosen) : List.of();
    }

    private long share(String format) {
        return counts.getOrDefault(format, 0) * 100L / texts;
    }

    /** Whether two formats read one text, as day and month or month and day: a mapping takes one of them only. */
    private static boolean areOneText(String one, String other) {
        return letters(one).equals(letters(other)) && !one.equals(other);
    }

    private static String letters(String format) {
        return format.toLowerCase(Locale.ROOT)
                .replaceAll("[dm]+", "n")
                .replaceAll("y+", "y")
                .replaceAll("[ ,]*h.*", "");
    }
}
