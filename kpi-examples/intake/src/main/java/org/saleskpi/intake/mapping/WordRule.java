package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.Row;

/**
 * Which of a few words a row means: that of the first case that applies, else that of a column's text, else another.
 *
 * @param cases conditions and their words
 * @param source the column; null for none
 * @param words the words that texts of the column mean
 * @param past the word for everything else; null for none
 * @param future the same, for what has not happened yet
 */
record WordRule(
        List<Case> cases,
        @Nullable TextSource source,
        Words words,
        @Nullable String past,
        @Nullable String future) {

    private static final Set<String> PAST_AND_FUTURE = Set.of("past", "future");

    /**
     * What texts mean.
     *
     * @param listed the texts
     * @param meanings the words that they mean, by the texts as they are compared
     */
    record Words(ListedTexts listed, Map<String, String> meanings) {

        private static final Words NONE = new Words(ListedTexts.of(Set.of(), false), Map.of());

        private static Words parse(Yaml yaml, Set<String> known, boolean ignoresCase) throws InvalidMappingException {
            Map<String, String> meanings = new LinkedHashMap<>();
            for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
                String word = entry.getValue().word(known);
                String other = meanings.putIfAbsent(ListedTexts.compared(entry.getKey(), ignoresCase), word);
                if (other != null && !other.equals(word)) {
                    throw entry.getValue()
                            .error("is a second meaning of " + entry.getKey()
                                    + ", whose capitals do not count by ignore_case, expected " + other);
                }
            }
            return new Words(ListedTexts.of(yaml.entries().keySet(), ignoresCase), Map.copyOf(meanings));
        }

        @Nullable
        String meaning(String text) {
            return meanings.get(ListedTexts.compared(text, listed.ignoresCase()));
        }
    }

    /** What a row means to which a condition applies. */
    record Case(Condition when, String word) {}

    /** Parses the rule of a field that has some words. */
    static WordRule parse(Yaml yaml, Forms forms, List<String> fieldWords, boolean mayBePlanned)
            throws InvalidMappingException {
        Set<String> known = Set.copyOf(fieldWords);
        if (yaml.isText()) {
            String word = yaml.word(known);
            return new WordRule(List.of(), null, Words.NONE, word, word);
        }
        if (mayBePlanned && yaml.entries().keySet().stream().anyMatch(PAST_AND_FUTURE::contains)) {
            return byTime(List.of(), null, Words.NONE, yaml, known);
        }
        Yaml.Block block = yaml.block(TextSource.keysAnd("words", "cases", "otherwise"));
        List<Case> cases = new ArrayList<>();
        Yaml caseList = block.optional("cases");
        if (caseList != null) {
            for (Yaml item : caseList.items()) {
                Yaml.Block one = item.block("when", "is");
                cases.add(new Case(
                        Condition.parse(one.required("when"), forms),
                        one.required("is").word(known)));
            }
        }
        Yaml table = caseList == null ? block.required("words") : block.optional("words");
        Words words = table == null ? Words.NONE : Words.parse(table, known, block.flag("ignore_case"));
        TextSource source = table == null ? null : TextSource.parse(block, forms);
        Yaml otherwise = block.optional("otherwise");
        if (otherwise != null && mayBePlanned && !otherwise.isText()) {
            return byTime(cases, source, words, otherwise, known);
        }
        String word = otherwise == null ? null : otherwise.word(known);
        return new WordRule(List.copyOf(cases), source, words, word, word);
    }

    /** A rule that ends in one word for the past and one for the future. */
    private static WordRule byTime(
            List<Case> cases, @Nullable TextSource source, Words words, Yaml yaml, Set<String> known)
            throws InvalidMappingException {
        Yaml.Block block = yaml.block("past", "future");
        return new WordRule(
                List.copyOf(cases),
                source,
                words,
                block.required("past").word(known),
                block.required("future").word(known));
    }

    /** All that is read from the row. */
    Stream<TextSource> sources() {
        return Stream.concat(cases.stream().flatMap(one -> one.when().sources()), Stream.ofNullable(source));
    }

    /** What was found: the word if there is a rule for it, and else the text that there is no rule for. */
    record Found(@Nullable String word, @Nullable String text) {}

    Found find(Row row, Lookups lookups) {
        for (Case one : cases) {
            if (one.when().holds(row, lookups)) {
                return new Found(one.word(), null);
            }
        }
        String text = source == null ? null : source.read(row, lookups);
        return text == null ? new Found(null, null) : new Found(words.meaning(text), text);
    }
}
