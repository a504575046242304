package org.saleskpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    private static final String UP = ":asc";
    private static final String DOWN = ":desc";
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            description =
                    "In which order groups stand: by an indicator, the largest first, or the smallest first with :asc,"
                            + " such as churn-rate:asc.")
    private @Nullable String sort;

    @Option(
            names = "--top",
            paramLabel = "COUNT",
            description =
                    "Only the first groups: of --sort, else those with the largest of the first indicator, revenue if"
                            + " it is asked for.")
    private @Nullable String top;

    @Option(names = "--title", paramLabel = "TEXT", description = "What the report is called (text, xlsx, html).")
    private @Nullable String title;

    @Option(names = "--company", paramLabel = "NAME", description = "Whose report it is (text, xlsx, html).")
    private @Nullable String company;

    @Option(names = "--note", paramLabel = "TEXT", description = "What a reader should know first (text, xlsx, html).")
    private @Nullable String note;

    @Option(
            names = "--logo",
            paramLabel = "FILE",
            description = "A picture that stands on the page: PNG, JPEG, GIF, WebP or SVG (html).")
    private @Nullable String logo;

    @Option(names = "--accent", paramLabel = "COLOUR", description = "The colour of the page, such as #0b6e4f (html).")
    private @Nullable String accent;

    /** The file of the logo; null if there is none. */
    @Nullable
    Path logo(Arguments arguments) {
        return logo == null ? null : arguments.path("--logo", logo);
    }

    /** Reads the words, and the logo. */
    Presentation parse(Locale locale, List<Indicator<?>> chosen, boolean isGrouped, Arguments arguments)
            throws CommandFailure {
        return new Presentation(locale, letterhead(arguments), order(chosen, isGrouped, arguments));
    }

    private @Nullable GroupOrder order(List<Indicator<?>> chosen, boolean isGrouped, Arguments arguments) {
        if (sort == null && top == null) {
            return null;
        }
        if (!isGrouped) {
            throw arguments.bad((sort == null ? "--top" : "--sort") + " goes with --by: there are no groups");
        }
        if (top != null && !COUNT.matcher(top).matches()) {
            throw arguments.bad("--top", top, "is not a number of groups such as 10");
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

    private Letterhead letterhead(Arguments arguments) throws CommandFailure {
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
        if (accent != null) {
            try {
                letterhead.accent(accent);
            } catch (IllegalArgumentException e) {
                throw arguments.bad("--accent " + e.getMessage());
            }
        }
        Path picture = logo(arguments);
        if (picture != null) {
            try {
                letterhead.logo(Files.readAllBytes(picture));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(picture + ": " + e.getMessage());
            } catch (IOException e) {
                throw new CommandFailure(picture + " cannot be read: " + e.getMessage());
            }
        }
        return letterhead.build();
    }
}
