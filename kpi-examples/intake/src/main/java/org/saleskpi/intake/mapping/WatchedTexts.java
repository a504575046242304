package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.Wildcard;

/**
 * The texts of one file that its conditions and words are about, and that none of them lists: those that differ from a listed
 * one only in capitals, spaces or accents were probably meant to be it. And those that are compared, but are no number or
 * moment. Not thread-safe.
 */
final class WatchedTexts {

    /** So that a column in which every text is another one costs nothing. */
    private static final int KEPT = 1000;

    private final List<RecordRule> rules;
    private final Map<TextRule, Texts> watched = new LinkedHashMap<>();
    private final Map<Criterion.OfOrder, Map<String, Integer>> unreadable = new LinkedHashMap<>();
    private final int[] met;

    /** The texts that one rule reads. */
    private static final class Texts {

        private final List<ListedTexts> listed = new ArrayList<>();
        private final Map<String, String> listedByForm = new HashMap<>();
        private final List<String> forms = new ArrayList<>();
        private final Map<String, Integer> near = new TreeMap<>();
        private final Map<String, Integer> missed = new HashMap<>();

        void list(ListedTexts texts) {
            listed.add(texts);
            texts.texts().values().stream()
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> listedByForm.putIfAbsent(ListedTexts.form(word), word));
            texts.patterns().forEach(pattern -> {
                String form = ListedTexts.form(pattern);
                forms.add(form);
                listedByForm.putIfAbsent(form, pattern);
            });
        }

        void add(String text) {
            for (ListedTexts texts : listed) {
                if (texts.has(text)) {
                    return;
                }
            }
            boolean isKnown = missed.containsKey(text);
            if (isKnown || missed.size() < KEPT) {
                missed.merge(text, 1, Integer::sum);
            }
            if (near.containsKey(text) || (!isKnown && meant(text) != null)) {
                near.merge(text, 1, Integer::sum);
            }
        }

        /** What a text was probably meant to be; null for nothing. */
        @Nullable
        String meant(String text) {
            String form = ListedTexts.form(text);
            String found = listedByForm.get(form);
            for (int i = 0; found == null && i < forms.size(); i++) {
                found = Wildcard.fits(form, forms.get(i)) ? listedByForm.get(forms.get(i)) : null;
            }
            return found;
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
        condition.tests().forEach(test -> watch(test.text(), test.listed()));
        condition.comparisons().forEach(comparison -> unreadable.putIfAbsent(comparison, new TreeMap<>()));
    }

    private void watch(WordRule rule) {
        rule.cases().forEach(one -> watch(one.when()));
        if (rule.source() != null) {
            watch(new TextRule(List.of(rule.source())), rule.words().listed());
        }
    }

    private void watch(TextRule text, ListedTexts words) {
        watched.computeIfAbsent(text.required(), rule -> new Texts()).list(words);
    }

    /** Looks at a row that is not skipped. */
    void add(Row row, Lookups lookups) {
        watched.forEach((rule, texts) -> {
            String text = rule.read(row, lookups.silent());
            if (text != null) {
                texts.add(text);
            }
        });
        unreadable.forEach((comparison, texts) -> {
            String text = comparison.text().read(row, lookups.silent());
            boolean isNumber = text != null && comparison.text().isNumber(row, lookups.silent());
            if (text != null
                    && comparison.bound().holds(text, isNumber, lookups.zone()) == null
                    && (texts.size() < KEPT || texts.containsKey(text))) {
                texts.merge(text, 1, Integer::sum);
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
                "(" + count + ") differs from " + texts.meant(text)
                        + " only in capitals, spaces or accents, but no condition and no words of the mapping list it",
                true))));
        unreadable.forEach((comparison, texts) -> {
            if (!texts.isEmpty()) {
                remarks.add(new Table.Remark(
                        column(comparison.text()),
                        ImportNote.shown(texts),
                        "is no " + comparison.bound().expected() + ", so that no comparison of the mapping holds",
                        true));
            }
        });
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
