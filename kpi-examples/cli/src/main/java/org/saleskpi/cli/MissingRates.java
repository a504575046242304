package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Problem;

/** Tells the amounts of one currency that have no exchange rate together: one table that is missing can make thousands. */
final class MissingRates {

    private static final Pattern NO_RATE =
            Pattern.compile("(has no exchange rate [A-Z]{3}/[A-Z]{3}) on or before (\\S+?)(;.*)?", Pattern.DOTALL);

    /** How many rates each pair has, such as {@code EUR/USD 3}. */
    private static final Pattern PAIRS = Pattern.compile("[A-Z]{3}/[A-Z]{3} [0-9]+");

    private final Messages messages;
    private final String known;

    MissingRates(ExchangeRates rates, Messages messages) {
        this.messages = messages;
        List<String> pairs = PAIRS.matcher(rates.toString())
                .results()
                .map(pair -> pair.group().replace(" ", " (") + ")")
                .toList();
        this.known = pairs.isEmpty() ? messages.say("rates.none") : messages.say("rates.known", Messages.list(pairs));
    }

    private record Missing(Problem problem, String pair, String day) {}

    /** Puts one problem in place of all about one pair: that of the earliest day, with how many others there are. */
    List<Problem> together(List<Problem> problems) {
        List<Problem> shown = new ArrayList<>();
        Map<String, List<Missing>> missing = new LinkedHashMap<>();
        for (Problem problem : problems) {
            Matcher found = NO_RATE.matcher(problem.reason());
            if (found.matches()) {
                missing.computeIfAbsent(found.group(1), pair -> new ArrayList<>())
                        .add(new Missing(problem, found.group(1), found.group(2)));
            } else {
                shown.add(problem);
            }
        }
        missing.values()
                .forEach(all -> shown.add(together(
                        all.stream().min(Comparator.comparing(Missing::day)).orElseThrow(), all.size() - 1)));
        return shown;
    }

    private Problem together(Missing first, int others) {
        Problem problem = first.problem();
        String more = others == 0 ? "" : messages.say("rates.others", messages.whole(others));
        return new Problem(
                problem.type(),
                problem.id(),
                problem.field(),
                problem.value(),
                messages.phrase(problem.reason()) + more + known,
                problem.origin());
    }
}
