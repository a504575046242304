package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML document whose parts know their place, for messages. Every scalar is the text that was written: {@code 007} and
 * {@code 1.10} stay what they are.
 */
abstract sealed class Yaml {

    private static final int MAX_LENGTH = 1_000_000;

    private final String file;
    private final int line;
    private final String key;

    private Yaml(String file, int line, String key) {
        this.file = file;
        this.line = line;
        this.key = key;
    }

    /** Parses a document. */
    static Yaml parse(String file, String text) throws InvalidMappingException {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidMappingException(file + ": has " + text.length() + " characters, expected at most "
                    + MAX_LENGTH + ": it is no mapping");
        }
        try (JsonParser parser = YAMLFactory.builder()
                // Read at once: between two pieces the library loses a character that takes two units, such as an
                // emoji.
                .loadSettings(
                        LoadSettings.builder().setBufferSize(text.length() + 1).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new InvalidMappingException(file + ": is empty, expected a mapping");
            }
            Yaml document = node(file, lineOf(parser), "", parser);
            if (parser.nextToken() != null) {
                throw new InvalidMappingException(
                        file + ":" + lineOf(parser) + ": has a second document, expected one");
            }
            return document;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String reason = String.join(
                    " ", e.getOriginalMessage().lines().map(String::strip).toList());
            throw new InvalidMappingException(file + ":" + line + ": is not YAML: " + reason, e);
        }
    }

    private static int lineOf(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Yaml node(String file, int line, String key, JsonParser parser) throws InvalidMappingException {
        JsonToken token = parser.currentToken();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new InvalidMappingException(file + ":" + line + ": " + key + " *" + parser.getString()
                    + " is an alias, expected the value itself");
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Yaml> entries = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = CleanText.of(parser.currentName());
                int lineOfName = lineOf(parser);
                parser.nextToken();
                String place = key.isEmpty() ? name : key + "." + name;
                if (entries.put(name, node(file, lineOfName, place, parser)) != null) {
                    throw new InvalidMappingException(
                            file + ":" + lineOfName + ": " + place + " is the second key of that name, expected one");
                }
            }
            return new Entries(file, line, key, entries);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Yaml> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(file, lineOf(parser), key + "[" + (items.size() + 1) + "]", parser));
            }
            return new Items(file, line, key, items);
        }
        return new Text(file, line, key, token == JsonToken.VALUE_NULL ? "" : CleanText.normal(parser.getString()));
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

    private static final class Text extends Yaml {
        final String value;

        Text(String file, int line, String key, String value) {
            super(file, line, key);
            this.value = value;
        }
    }

    private static final class Items extends Yaml {
        final List<Yaml> values;

        Items(String file, int line, String key, List<Yaml> values) {
            super(file, line, key);
            this.values = values;
        }
    }

    private static final class Entries extends Yaml {
        final Map<String, Yaml> values;

        Entries(String file, int line, String key, Map<String, Yaml> values) {
            super(file, line, key);
            this.values = values;
        }
    }
}
