package org.saleskpi.cli;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.intake.FieldNames;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.csv.InvalidTargetsException;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.sales.Problem;

/** Problems as lines of text: file, line number, record id, field, value and reason, in the order of files and lines. */
final class ProblemLines {

    private static final Pattern FILE_AND_LINE = Pattern.compile("(?<file>.*):(?<line>\\d{1,18})", Pattern.DOTALL);

    /** File, line and field are the same in all languages. */
    private static final Pattern PLACE_AND_REASON =
            Pattern.compile("(?<place>.*?(?::\\d{1,18})?: \\w+: )(?<reason>.*)", Pattern.DOTALL);

    /** What stands for a part that a problem does not have. */
    private static final String NONE = "-";

    private ProblemLines() {}

    private record Line(String file, long number, String text) {

        static final Comparator<Line> ORDER = Comparator.comparing(Line::file, Dimension.KEY_ORDER)
                .thenComparing(Line::number)
                .thenComparing(Line::text, Dimension.KEY_ORDER);

        static Line of(Problem problem, Messages messages) {
            String origin = problem.origin();
            String where = origin == null ? problem.type().toString() : origin;
            Matcher parts = FILE_AND_LINE.matcher(where);
            String text = String.join(
                    ": ",
                    shown(where),
                    shown(problem.id()),
                    problem.field(),
                    shown(problem.value()),
                    shown(messages.phrase(problem.reason())));
            return parts.matches()
                    ? new Line(parts.group("file"), Long.parseLong(parts.group("line")), text)
                    : new Line(where, 0, text);
        }

        private static String shown(@Nullable String text) {
            return text == null ? NONE : ProblemLines.onOneLine(text);
        }
    }

    /** The lines of some problems, such as {@code calls.csv:17: k-9: outcome: BUSY: is unknown, expected one of …}. */
    static List<String> of(List<Problem> problems, Messages messages) {
        return problems.stream()
                .map(problem -> Line.of(problem, messages))
                .sorted(Line.ORDER)
                .map(Line::text)
                .toList();
    }

    /**
     * The lines of the problems of a history: those that the library found are told in the words of files, and those that the
     * import found are so already, and name columns as the files do.
     */
    static List<String> of(List<Problem> problems, ImportedRecords records, Messages messages) {
        return of(new MissingRates(records.rates(), messages).together(inFiles(problems, records)), messages);
    }

    /** The lines of what keeps a folder from being read at all. */
    static List<String> of(UnreadableDataException unreadable, Messages messages) {
        return unreadable.problems().isEmpty()
                ? List.of(onOneLine(messages.phrase(String.valueOf(unreadable.getMessage()))))
                : of(unreadable.problems(), messages);
    }

    /** The lines of what is wrong with a file of targets or holidays. */
    static List<String> of(InvalidTargetsException invalid, Messages messages) {
        return invalid.lines().stream()
                .map(line -> {
                    Matcher parts = PLACE_AND_REASON.matcher(line);
                    return onOneLine(
                            parts.matches()
                                    ? parts.group("place") + messages.phrase(parts.group("reason"))
                                    : messages.phrase(line));
                })
                .toList();
    }

    /** The same problems in the words of files. */
    private static List<Problem> inFiles(List<Problem> problems, ImportedRecords records) {
        Set<Problem> ofImport = new HashSet<>(records.problems());
        ofImport.addAll(records.doubts());
        return problems.stream()
                .map(problem -> ofImport.contains(problem) ? problem : FieldNames.inFiles(problem, records.account()))
                .toList();
    }

    /** Problems in the words of files, in the order of files and lines. */
    static List<Problem> inOrder(List<Problem> problems, ImportedRecords records) {
        return inFiles(problems, records).stream()
                .sorted(Comparator.comparing(problem -> Line.of(problem, Messages.ENGLISH), Line.ORDER))
                .toList();
    }

    /** A text as one line: whatever would break it, a terminal would obey, or nobody would see, is written as an escape. */
    static String onOneLine(String text) {
        return DisplayText.escaped(text);
    }
}
