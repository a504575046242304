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
        TextRule.@Nullable Source source,
        Map<String, String> words,
        @Nullable String past,
        @Nullable String future) {

    private static final Set<String> PAST_AND_FUTURE = Set.of("past", "future");

    /** What a row means to which a condition applies. */
    record Case(Condition when, String word) {}

    /** Parses the rule of a field that has some words. */
    static WordRule parse(Yaml yaml, List<String> fieldWords, boolean mayBePlanned) throws InvalidMappingException {
        Set<String> known = Set.copyOf(fieldWords);
        if (yaml.isText()) {
            String word = yaml.word(known);
            return new WordRule(List.of(), null, Map.of(), word, word);
        }
        if (mayBePlanned && yaml.entries().keySet().stream().anyMatch(PAST_AND_FUTURE::contains)) {
            return byTime(List.of(), null, Map.of(), yaml, known);
        }
        Yaml.Block block = yaml.block(TextRule.keysAnd("words", "cases", "otherwise"));
        List<Case> cases = new ArrayList<>();
        Yaml caseList = block.optional("cases");
        if (caseList != null) {
            for (Yaml item : caseList.items()) {
                Yaml.Block one = item.block("when", "is");
                cases.add(new Case(
                        Condition.parse(one.required("when")),
                        one.required("is").word(known)));
            }
        }
        Map<String, String> words = new LinkedHashMap<>();
        Yaml table = caseList == null ? block.required("words") : block.optional("words");
        if (table != null) {
            for (Map.Entry<String, Yaml> entry : table.entries().entrySet()) {
                words.put(entry.getKey(), entry.getValue().word(known));
            }
        }
        TextRule.Source source = table == null ? null : TextRule.source(block);
        Yaml otherwise = block.optional("otherwise");
        if (otherwise != null && mayBePlanned && !otherwise.isText()) {
            return byTime(cases, source, words, otherwise, known);
        }
        String word = otherwise == null ? null : otherwise.word(known);
        return new WordRule(List.copyOf(cases), source, Map.copyOf(words), word, word);
    }

    /** A rule that ends in one word for the past and one for the future. */
    private static WordRule byTime(
            List<Case> cases, TextRule.@Nullable Source source, Map<String, String> words, Yaml yaml, Set<String> known)
            throws InvalidMappingException {
        Yaml.Block block = yaml.block("past", "future");
        return new WordRule(
                List.copyOf(cases),
                source,
                Map.copyOf(words),
                block.required("past").word(known),
                block.required("future").word(known));
    }

    /** All that is read from the row. */
    Stream<TextRule.Source> sources() {
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
        return text == null ? new Found(null, null) : new Found(words.get(text), text);
    }
}
