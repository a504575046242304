package org.saleskpi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.GroupOrder;
import org.saleskpi.output.Letterhead;
import org.saleskpi.output.Presentation;
import picocli.CommandLine.Option;

/** How a report is shown: what stands above it, and in which order its groups stand. */
final class PresentationOptions {

    /** The formats that have a title. */
    private static final List<String> FOR_PEOPLE = List.of("text", "xlsx", "html");

    /** The format that has all that makes a page. */
    static final List<String> PAGE = List.of("html");

    private static final String UP = ":asc";
    private static final String DOWN = ":desc";
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

    @Option(names = "--sort", paramLabel = "${bundle:label.key}")
    private @Nullable String sort;

    @Option(names = "--top", paramLabel = "${bundle:label.count}")
    private @Nullable String top;

    @Option(names = "--title", paramLabel = "${bundle:label.text}")
    private @Nullable String title;

    @Option(names = "--company", paramLabel = "${bundle:label.name}")
    private @Nullable String company;

    @Option(names = "--note", paramLabel = "${bundle:label.text}")
    private @Nullable String note;

    @Option(names = "--logo", paramLabel = "${bundle:label.file}")
    private @Nullable String logo;

    @Option(names = "--accent", paramLabel = "${bundle:label.colour}")
    private @Nullable String accent;

    /** The file of the logo; null if there is none. */
    @Nullable
    Path logo(Arguments arguments) {
        return logo == null ? null : arguments.path("--logo", logo);
    }

    /** Reads the words, and the logo if it will be shown: of settings, only what an output has is looked at. */
    Presentation parse(
            List<OutputOptions.Output<ReportCommand.Format>> outputs,
            List<Indicator<?>> chosen,
            boolean isGrouped,
            Arguments arguments)
            throws CommandFailure {
        for (String option : List.of("--title", "--company", "--note")) {
            OutputOptions.goesWith(option, FOR_PEOPLE, outputs, arguments);
        }
        for (String option : List.of("--logo", "--accent")) {
            OutputOptions.goesWith(option, PAGE, outputs, arguments);
        }
        boolean isPage = outputs.stream().anyMatch(output -> output.format() == ReportCommand.Format.HTML);
        return new Presentation(
                outputs.get(0).locale(), letterhead(isPage, arguments), order(chosen, isGrouped, arguments));
    }

    private @Nullable GroupOrder order(List<Indicator<?>> chosen, boolean isGrouped, Arguments arguments) {
        if (sort == null && top == null) {
            return null;
        }
        if (!isGrouped) {
            throw arguments.bad("no-groups", sort == null ? "--top" : "--sort");
        }
        if (top != null && !COUNT.matcher(top).matches()) {
            throw arguments.badValue("--top", top, "count.groups");
        }
        Integer most = top == null ? null : Integer.valueOf(top);
        if (sort == null) {
            Indicator<?> first = chosen.contains(SalesIndicators.REVENUE) ? SalesIndicators.REVENUE : chosen.get(0);
            return new GroupOrder(first, false, most);
        }
        boolean isAscending = sort.endsWith(UP);
        String key = isAscending || sort.endsWith(DOWN) ? sort.substring(0, sort.lastIndexOf(':')) : sort;
        return new GroupOrder(IndicatorChoice.CATALOGUE.one("--sort", key, arguments), isAscending, most);
    }

    private Letterhead letterhead(boolean isPage, Arguments arguments) throws CommandFailure {
        Letterhead.Builder letterhead = Letterhead.builder();
        if (title != null) {
            letterhead.title(title);
        }
        if (company != null) {
            letterhead.company(company);
        }
        if (note != null) {
            letterhead.note(note);
        }
        if (isPage && accent != null) {
            try {
                letterhead.accent(accent);
            } catch (IllegalArgumentException e) {
                throw arguments.badValue("--accent", accent, "colour.not");
            }
        }
        Path picture = logo(arguments);
        if (isPage && picture != null) {
            letterhead.logo(picture(picture, new FileFault(arguments.messages()), arguments.messages()));
        }
        return letterhead.build();
    }

    private static byte[] picture(Path file, FileFault faults, Messages messages) throws CommandFailure {
        faults.check("--logo", file, "expected.logo");
        byte[] picture;
        try (InputStream bytes = Files.newInputStream(file)) {
            picture = bytes.readNBytes(Letterhead.LARGEST_LOGO + 1);
        } catch (IOException e) {
            throw faults.of("--logo", file, messages.say("logo.unreadable", faults.whenRead(file, e)));
        }
        if (picture.length > Letterhead.LARGEST_LOGO) {
            throw faults.of("--logo", file, messages.say("logo.large", messages.whole(Letterhead.LARGEST_LOGO)));
        }
        if (!Letterhead.isPicture(picture)) {
            throw faults.of("--logo", file, messages.say("logo.not"));
        }
        return picture;
    }
}
