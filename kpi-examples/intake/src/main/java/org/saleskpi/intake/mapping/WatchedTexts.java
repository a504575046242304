package org.saleskpi.intake.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;

/**
 * The texts of one file that its conditions and words are about, and that none of them lists: those that differ from a listed
 * one only in capitals, spaces or accents were probably meant to be it. Not thread-safe.
 */
final class WatchedTexts {

    private static final Pattern NEGLIGIBLE = Pattern.compile("[\\p{M}\\s\\p{Z}]+");

    /** So that a column in which every text is another one costs nothing. */
    private static final int KEPT = 1000;

    private final List<RecordRule> rules;
    private final Map<TextRule, Texts> watched = new LinkedHashMap<>();
    private final int[] met;

    /** The texts that one rule reads. */
    private static final class Texts {

        private final Set<String> listed = new LinkedHashSet<>();
        private final Map<String, String> listedByForm = new HashMap<>();
        private final Map<String, Integer> near = new TreeMap<>();
        private final Map<String, Integer> missed = new HashMap<>();

        void list(Set<String> words) {
            words.stream().filter(word -> !word.isEmpty()).forEach(word -> {
                listed.add(word);
                listedByForm.putIfAbsent(form(word), word);
            });
        }

        void add(String text) {
            if (listed.contains(text)) {
                return;
            }
            if (missed.containsKey(text) || missed.size() < KEPT) {
                missed.merge(text, 1, Integer::sum);
            }
            if (near.containsKey(text) || listedByForm.containsKey(form(text))) {
                near.merge(text, 1, Integer::sum);
            }
        }
    }

    WatchedTexts(FileRule file) {
        this.rules = file.records();
        this.met = new int[rules.size()];
        file.skips().forEach(skip -> watch(skip.when()));
        for (RecordRule rule : rules) {
            watch(rule.when());
            rule.words().values().forEach(this::watch);
            rule.sources().forEach(source -> watch(source.when()));
        }
    }

    private void watch(Condition condition) {
        condition.tests().forEach(test -> watch(test.text(), test.words()));
    }

    private void watch(WordRule rule) {
        rule.cases().forEach(one -> watch(one.when()));
        if (rule.source() != null) {
            watch(new TextRule(List.of(rule.source())), rule.words().keySet());
        }
    }

    private void watch(TextRule text, Set<String> words) {
        watched.computeIfAbsent(text.required(), rule -> new Texts()).list(words);
    }

    /** What is left of a text without capitals, spaces and accents. */
    private static String form(String text) {
        return NEGLIGIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Looks at a row that is not skipped. */
    void add(Row row, Lookups lookups) {
        watched.forEach((rule, texts) -> {
            String text = rule.read(row, lookups.silent());
            if (text != null) {
                texts.add(text);
            }
        });
    }

    /** Counts a row that meets the condition of one of the records. */
    void met(int rule) {
        met[rule]++;
    }

    /** The texts that are nearly listed ones: doubtful, each with its column. */
    List<Table.Remark> remarks() {
        List<Table.Remark> remarks = new ArrayList<>();
        watched.forEach((rule, texts) -> texts.near.forEach((text, count) -> remarks.add(new Table.Remark(
                column(rule),
                text,
                "(" + count + ") differs from " + texts.listedByForm.get(form(text))
                        + " only in capitals, spaces or accents, but no condition and no words of the mapping list it",
                true))));
        return remarks;
    }

    /** Tells the conditions of records that no row met, with the texts that they missed. */
    void summarize(Consumer<String> summary) {
        for (int i = 0; i < rules.size(); i++) {
            RecordRule rule = rules.get(i);
            String missed = met[i] > 0 ? "" : missed(rule.when());
            if (!missed.isEmpty()) {
                summary.accept("no row meets the condition of " + rule.noun() + ": " + missed);
            }
        }
    }

    private String missed(Condition condition) {
        return condition
                .tests()
                .map(test -> test.text().required())
                .distinct()
                .filter(rule -> watched.containsKey(rule)
                        && !watched.getOrDefault(rule, new Texts()).missed.isEmpty())
                .map(rule -> column(rule) + " is " + ImportNote.shown(watched.getOrDefault(rule, new Texts()).missed))
                .collect(Collectors.joining("; "));
    }

    private static String column(TextRule rule) {
        return rule.sources().stream()
                .flatMap(source -> source.columns().stream())
                .map(Column::toString)
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
