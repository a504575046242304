package org.saleskpi.intake.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;

/**
 * A YAML document whose parts know their place, for messages. Every scalar is the text that was written: {@code 007} and
 * {@code 1.10} stay what they are.
 */
abstract sealed class Yaml {

    private final String file;
    private final int line;
    private final String key;
    private final int size;
    private final int depth;

    private Yaml(Position place, Collection<Yaml> parts) {
        this.file = place.file();
        this.line = place.line();
        this.key = place.key();
        // Both are bounded before they can overflow.
        this.size = 1 + parts.stream().mapToInt(Yaml::size).sum();
        this.depth = 1 + parts.stream().mapToInt(Yaml::depth).max().orElse(0);
    }

    /** Where a part of a document stands, such as {@code mapping.yaml:12: files.Calls.csv.moments.zone}. */
    record Position(String file, int line, String key) {

        Position at(int innerLine, String name) {
            return new Position(file, innerLine, key.isEmpty() ? name : key + "." + name);
        }

        Position item(int innerLine, int number) {
            return new Position(file, innerLine, key + "[" + number + "]");
        }

        InvalidMappingException error(String reason) {
            return new InvalidMappingException(
                    file + ":" + line + ": " + (key.isEmpty() ? "the mapping" : key) + " " + reason);
        }
    }

    /** How many parts there are, this one and those of aliases included. */
    final int size() {
        return size;
    }

    /** How deep the parts are within each other. */
    final int depth() {
        return depth;
    }

    /** An error at this place: {@code mapping.yaml:12: files.Calls.csv.moments.zone Pariss is …}. */
    final InvalidMappingException error(String reason) {
        String value = this instanceof Text text && !text.value.isEmpty() ? " " + text.value : "";
        return new InvalidMappingException(
                file + ":" + line + ": " + (key.isEmpty() ? "the mapping" : key) + value + " " + reason);
    }

    final String text() throws InvalidMappingException {
        if (this instanceof Text text && !text.value.isEmpty()) {
            return text.value;
        }
        throw error("is not a text, expected one");
    }

    /** A text that may be empty. */
    final String anyText() throws InvalidMappingException {
        return this instanceof Text text ? text.value : text();
    }

    /** A text that is compared with those of files, or is the name of a column: as cells are read. */
    final String cellText() throws InvalidMappingException {
        String text = CleanText.of(text());
        if (text.isEmpty()) {
            throw error("is blank, expected a text");
        }
        return text;
    }

    final int wholeNumber() throws InvalidMappingException {
        String text = text();
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw error("is not a number, expected 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    final boolean flag() throws InvalidMappingException {
        return word(Set.of("true", "false")).equals("true");
    }

    final String word(Set<String> words) throws InvalidMappingException {
        String text = text();
        if (!words.contains(text)) {
            throw error("is unknown, expected one of "
                    + String.join(", ", words.stream().sorted().toList()));
        }
        return text;
    }

    final boolean isText() {
        return this instanceof Text;
    }

    final boolean isList() {
        return this instanceof Items;
    }

    /** The items of a list; anything else is a list of itself. */
    final List<Yaml> items() {
        return this instanceof Items items ? items.values : List.of(this);
    }

    /** The texts of a list, or of a text alone. */
    final Set<String> texts() throws InvalidMappingException {
        Set<String> texts = new LinkedHashSet<>();
        for (Yaml item : items()) {
            texts.add(item.cellText());
        }
        return Collections.unmodifiableSet(texts);
    }

    /** The entries of a block of keys that the document is free to choose. */
    final Map<String, Yaml> entries() throws InvalidMappingException {
        if (this instanceof Entries block) {
            return block.values;
        }
        throw error("is not a block of keys, expected one");
    }

    /** The entries of a block of which all keys must be known. */
    final Block block(String... known) throws InvalidMappingException {
        Map<String, Yaml> entries = entries();
        Set<String> keys = Set.of(known);
        for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
            if (!keys.contains(entry.getKey())) {
                throw entry.getValue().unknownKey(keys);
            }
        }
        return new Block(this, entries);
    }

    private InvalidMappingException unknownKey(Set<String> keys) {
        return new InvalidMappingException(file + ":" + line + ": " + key + " is an unknown key, expected one of "
                + String.join(", ", keys.stream().sorted().toList()));
    }

    /** A block whose keys are known. */
    record Block(Yaml node, Map<String, Yaml> entries) {

        @Nullable
        Yaml optional(String name) {
            return entries.get(name);
        }

        /** Whether a key is there and true. */
        boolean flag(String name) throws InvalidMappingException {
            Yaml value = entries.get(name);
            return value != null && value.flag();
        }

        Yaml required(String name) throws InvalidMappingException {
            Yaml value = entries.get(name);
            if (value == null) {
                throw node.error("has no key " + name + ", expected one");
            }
            return value;
        }
    }

    /** A scalar. */
    static final class Text extends Yaml {
        private final String value;

        Text(Position place, String value) {
            super(place, List.of());
            this.value = value;
        }
    }

    /** A list. */
    static final class Items extends Yaml {
        private final List<Yaml> values;

        Items(Position place, List<Yaml> values) {
            super(place, values);
            this.values = values;
        }
    }

    /** A block of keys. */
    static final class Entries extends Yaml {
        private final Map<String, Yaml> values;

        Entries(Position place, Map<String, Yaml> values) {
            super(place, values.values());
            this.values = values;
        }
    }
}
