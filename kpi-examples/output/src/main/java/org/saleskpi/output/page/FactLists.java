package org.saleskpi.output.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.FactPage;
import org.saleskpi.output.FactPage.Standing;
import org.saleskpi.output.FactRow;
import org.saleskpi.output.Question;
import org.saleskpi.report.CountedFacts;

/**
 * The first records behind each number of a page, as many as a page can hold.
 *
 * @param mostOfOne how many records there are at most for a number
 * @param lists those of each indicator that has any, by its key
 */
record FactLists(int mostOfOne, Map<String, List<Part>> lists) {

    /** No lists: nobody asked for them. */
    static final FactLists NONE = new FactLists(0, Map.of());

    /** How many records there are at most for a number. */
    static final int MOST_OF_ONE = 25;

    /** How many records there are at most for all numbers together. */
    static final int MOST = 500;

    /**
     * Records that are one thing for a number.
     *
     * @param standing what they are for it
     * @param size how many there are
     * @param rows the first of them, in time order
     */
    record Part(Standing standing, int size, List<FactRow> rows) {

        boolean isCut() {
            return rows.size() < size;
        }
    }

    static FactLists of(PageAnswers answers) {
        Question question = answers.question();
        List<Indicator<?>> indicators = answers.report().indicators();
        int most = Math.max(1, Math.min(MOST_OF_ONE, MOST / Math.max(1, indicators.size())));
        Map<String, List<Part>> lists = new LinkedHashMap<>();
        for (Indicator<?> indicator : indicators) {
            CountedFacts facts = question.during(question.dates()).facts(indicator);
            List<Part> parts = parts(facts, most, question);
            if (!parts.isEmpty()) {
                lists.put(indicator.key(), parts);
            }
        }
        return new FactLists(most, lists);
    }

    private static List<Part> parts(CountedFacts facts, int most, Question question) {
        Map<Standing, Integer> sizes = FactPage.counts(facts);
        Map<Standing, Integer> shares = shares(sizes, most);
        List<Part> parts = new ArrayList<>();
        shares.forEach((standing, share) -> parts.add(new Part(
                standing,
                sizes.getOrDefault(standing, 0),
                new FactPage(standing, 0, share).of(facts, question.history()))));
        return parts;
    }

    /** How many of each kind there is room for: none is left out because another has many. */
    private static Map<Standing, Integer> shares(Map<Standing, Integer> sizes, int most) {
        List<Standing> kinds = new ArrayList<>(sizes.keySet().stream()
                .filter(kind -> sizes.getOrDefault(kind, 0) > 0)
                .toList());
        kinds.sort(Comparator.comparing(kind -> sizes.getOrDefault(kind, 0)));
        Map<Standing, Integer> shares = new EnumMap<>(Standing.class);
        int room = Math.max(most, kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            int share = Math.min(sizes.getOrDefault(kinds.get(i), 0), room / (kinds.size() - i));
            shares.put(kinds.get(i), share);
            room -= share;
        }
        return shares;
    }

    /** How many records are on the page, one that several numbers count several times. */
    int size() {
        return lists.values().stream()
                .flatMap(List::stream)
                .mapToInt(part -> part.rows().size())
                .sum();
    }

    /** Whether there are records behind the number of an indicator. */
    boolean has(Indicator<?> indicator) {
        return lists.containsKey(indicator.key());
    }

    /** The records behind the number of an indicator: hits first, then misses, open cases, and what is below the line. */
    List<Part> of(Indicator<?> indicator) {
        return lists.getOrDefault(indicator.key(), List.of());
    }
}
