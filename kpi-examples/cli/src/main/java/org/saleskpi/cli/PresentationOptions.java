package org.saleskpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    @Option(names = "--sort", paramLabel = "KEY")
    private @Nullable String sort;

    @Option(names = "--top", paramLabel = "COUNT")
    private @Nullable String top;

    @Option(names = "--title", paramLabel = "TEXT")
    private @Nullable String title;

    @Option(names = "--company", paramLabel = "NAME")
    private @Nullable String company;

    @Option(names = "--note", paramLabel = "TEXT")
    private @Nullable String note;

    @Option(names = "--logo", paramLabel = "FILE")
    private @Nullable String logo;

    @Option(names = "--accent", paramLabel = "COLOUR")
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
            throw arguments.bad("sort.no-groups", sort == null ? "--top" : "--sort");
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
                throw arguments.badValue("--accent", accent, "colour.not");
            }
        }
        Path picture = logo(arguments);
        if (picture != null) {
            try {
                letterhead.logo(Files.readAllBytes(picture));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(arguments.messages().say("logo.not", picture.toString()));
            } catch (IOException e) {
                String reason = e instanceof NoSuchFileException
                        ? arguments.messages().say("reason.no-file")
                        : String.valueOf(e.getMessage());
                throw new CommandFailure(arguments.messages().say("file.unreadable", picture.toString(), reason));
            }
        }
        return letterhead.build();
    }
}
