package org.saleskpi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.intake.csv.HolidaysFile;
import org.saleskpi.intake.csv.InvalidTargetsException;
import org.saleskpi.intake.csv.TargetsFile;
import org.saleskpi.output.Answers;
import org.saleskpi.output.Question;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.SalesCalendar;

/** Reads what a report is held against: the file that is named, or that of the CSV folder as far as it can be used. */
final class TargetOptions {

    private static final String OPTION = "--targets";
    private static final String NONE = "none";

    private final @Nullable String asked;
    private final @Nullable Path folder;
    private final SalesCalendar calendar;
    private final Arguments arguments;
    private final Messages messages;
    private final @Nullable TargetsFile named;

    /**
     * Creates a reader, which has read the file that is named: whoever names one that cannot be used is told so before millions
     * of records are read.
     *
     * @param folder the CSV folder; null for the export of a CRM, whose files are its own
     */
    TargetOptions(@Nullable String asked, @Nullable Path folder, SalesCalendar calendar, Arguments arguments)
            throws CommandFailure {
        this.asked = asked;
        this.folder = folder;
        this.calendar = calendar;
        this.arguments = arguments;
        this.messages = arguments.messages();
        Path file = file(asked, arguments);
        if (file == null) {
            this.named = null;
            return;
        }
        new FileFault(messages).check(OPTION, file, "expected.targets");
        try {
            this.named = TargetsFile.read(file, IndicatorCatalogue.all(), calendar);
        } catch (InvalidTargetsException e) {
            throw new CommandFailure(ProblemLines.of(e, messages));
        }
    }

    /** The file that an option names; null if there is none. */
    static @Nullable Path file(@Nullable String asked, Arguments arguments) {
        return asked == null || asked.equals(NONE) ? null : arguments.path(OPTION, asked);
    }

    static SalesCalendar withHolidays(SalesCalendar calendar, Path file, Messages messages) throws CommandFailure {
        new FileFault(messages).check("--holidays", file, "expected.holidays");
        try {
            return calendar.withHolidays(HolidaysFile.read(file));
        } catch (InvalidTargetsException e) {
            throw new CommandFailure(ProblemLines.of(e, messages));
        }
    }

    /** The targets; null if there are none. Where nobody asked for them here, what is left out is told. */
    @Nullable
    Targets read(List<Dimension> dimensions, boolean isNarrowed, SalesHistory history, Consumer<List<String>> account)
            throws CommandFailure {
        try {
            if (arguments.isGiven(OPTION)) {
                return named == null ? null : named(named, dimensions, isNarrowed, history);
            }
            Path file = asked == null ? ofFolder() : file(asked, arguments);
            return file == null ? null : found(file, dimensions, isNarrowed, history, account);
        } catch (InvalidTargetsException e) {
            throw new CommandFailure(ProblemLines.of(e, messages));
        }
    }

    /** What was given on the command line and is for nothing that is asked: it would be left out without a word. */
    List<String> unused(Question question) {
        boolean hasNamed = named != null && arguments.isGiven(OPTION);
        boolean hasHolidays = arguments.isGiven("--holidays");
        boolean isAsked = hasNamed || hasHolidays;
        if (!isAsked || (question.targets() != null && isHeldAgainstAny(question.answers()))) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (hasNamed) {
            lines.add(messages.say("targets.unused", OPTION + " " + asked));
        }
        if (hasHolidays) {
            lines.add(messages.say("holidays.unused"));
        }
        return lines;
    }

    private static boolean isHeldAgainstAny(Answers answers) {
        return Stream.concat(
                        answers.assessments().stream(),
                        answers.groups().stream().flatMap(group -> group.assessments().stream()))
                .anyMatch(assessment -> !assessment.targets().isEmpty());
    }

    /** The file that lies beside the records; null if there is none. */
    private @Nullable Path ofFolder() {
        Path file = folder == null ? null : folder.resolve(TargetsFile.NAME);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private Targets named(TargetsFile file, List<Dimension> dimensions, boolean isNarrowed, SalesHistory history)
            throws InvalidTargetsException {
        if (isNarrowed) {
            throw arguments.bad("targets.where");
        }
        if (dimensions.size() > 1 && file.hasGroups()) {
            throw arguments.bad("targets.dimensions");
        }
        return dimensions.size() == 1
                ? file.ofGroups(KpiCalculator.of(history).keys(dimensions.get(0)))
                : file.ofTotal();
    }

    private @Nullable Targets found(
            Path path,
            List<Dimension> dimensions,
            boolean isNarrowed,
            SalesHistory history,
            Consumer<List<String>> account)
            throws InvalidTargetsException {
        if (isNarrowed || dimensions.size() > 1) {
            account.accept(List.of(messages.say(
                    isNarrowed ? "targets.left-out.where" : "targets.left-out.dimensions",
                    String.valueOf(path.getFileName()))));
            return null;
        }
        TargetsFile file = named == null ? TargetsFile.read(path, IndicatorCatalogue.all(), calendar) : named;
        if (dimensions.isEmpty()) {
            return file.ofTotal();
        }
        try {
            return file.ofGroups(KpiCalculator.of(history).keys(dimensions.get(0)));
        } catch (InvalidTargetsException e) {
            account.accept(List.of(messages.say(
                    "targets.left-out.groups",
                    String.valueOf(path.getFileName()),
                    messages.whole(e.lines().size()),
                    dimensions.get(0).name())));
            return file.ofTotal();
        }
    }
}
