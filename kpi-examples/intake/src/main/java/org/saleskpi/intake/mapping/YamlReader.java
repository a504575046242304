package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML document. An alias is the part that has its anchor, which stands before it; blocks merge others by the key
 * {@code <<}. How many parts there are in the end, and how deep, is bounded. Not thread-safe.
 */
final class YamlReader {

    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_SIZE = 200_000;
    private static final int MAX_DEPTH = 100;
    private static final String MERGE = "<<";
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, Yaml> anchors = new HashMap<>();

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** Reads a document. */
    static Yaml read(String file, String text) throws InvalidMappingException {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidMappingException(file + ": has " + text.length() + " characters, expected at most "
                    + MAX_LENGTH + ": it is no mapping");
        }
        // Read at once: between two pieces the library loses a character that takes two units, such as an emoji.
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(text.length() + 1).build();
        try {
            return new YamlReader(file, new ParserImpl(settings, new StreamReader(settings, text))).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            throw new InvalidMappingException(file + ":" + line + ": is not YAML: " + context + e.getProblem(), e);
        } catch (YamlEngineException e) {
            String reason = String.join(
                    " ",
                    String.valueOf(e.getMessage()).lines().map(String::strip).toList());
            throw new InvalidMappingException(file + ":1: is not YAML: " + reason, e);
        }
    }

    private Yaml document() throws InvalidMappingException {
        Event event = next();
        while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
            event = next();
        }
        if (event instanceof StreamEndEvent || (event instanceof ScalarEvent scalar && isNothing(scalar))) {
            throw new InvalidMappingException(file + ": is empty, expected a mapping");
        }
        Yaml document = node(event, new Yaml.Position(file, line(event), ""), 0);
        next(); // The end of the document.
        Event end = next();
        if (!(end instanceof StreamEndEvent)) {
            throw new InvalidMappingException(file + ":" + line(end) + ": has a second document, expected one");
        }
        return document;
    }

    private Event next() {
        return events.next();
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Whether a scalar is written as nothing, or as the word for it. */
    private static boolean isNothing(ScalarEvent scalar) {
        return scalar.isPlain() && NOTHING.contains(scalar.getValue());
    }

    private Yaml node(Event event, Yaml.Position place, int depth) throws InvalidMappingException {
        if (depth > MAX_DEPTH) {
            throw tooDeep(place);
        }
        if (event instanceof AliasEvent alias) {
            Yaml node = anchors.get(alias.getAlias());
            if (node == null) {
                throw place.error("*" + alias.getAlias() + " is the alias of no anchor before it, expected &"
                        + alias.getAlias() + " there");
            }
            return node;
        }
        Yaml node = event instanceof MappingStartEvent
                ? entries(place, depth)
                : event instanceof SequenceStartEvent ? items(place, depth) : text((ScalarEvent) event, place);
        if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            anchors.put(named.getAnchor().get(), node);
        }
        return node;
    }

    private static InvalidMappingException tooDeep(Yaml.Position place) {
        return new InvalidMappingException(
                place.file() + ":" + place.line() + ": is more than " + MAX_DEPTH + " parts deep, expected fewer");
    }

    private static Yaml text(ScalarEvent scalar, Yaml.Position place) {
        return new Yaml.Text(place, isNothing(scalar) ? "" : CleanText.normal(scalar.getValue()));
    }

    private Yaml items(Yaml.Position place, int depth) throws InvalidMappingException {
        List<Yaml> items = new ArrayList<>();
        Bounds bounds = new Bounds();
        for (Event event = next(); !(event instanceof SequenceEndEvent); event = next()) {
            Yaml.Position inner = place.item(line(event), items.size() + 1);
            items.add(bounds.checked(node(event, inner, depth + 1), inner));
        }
        return new Yaml.Items(place, items);
    }

    private Yaml entries(Yaml.Position place, int depth) throws InvalidMappingException {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Yaml merged = null;
        Bounds bounds = new Bounds();
        for (Event key = next(); !(key instanceof MappingEndEvent); key = next()) {
            String name = name(key, place);
            Yaml.Position inner = place.at(line(key), name);
            Yaml value = bounds.checked(node(next(), inner, depth + 1), inner);
            boolean isMerge = name.equals(MERGE);
            if (isMerge ? merged != null : entries.put(name, value) != null) {
                throw inner.error("is the second key of that name, expected one");
            }
            merged = isMerge ? value : merged;
        }
        merge(merged, entries, bounds, place);
        return new Yaml.Entries(place, entries);
    }

    private String name(Event key, Yaml.Position place) throws InvalidMappingException {
        Yaml.Position inner = place.at(line(key), "key");
        if (!(key instanceof ScalarEvent) && !(key instanceof AliasEvent)) {
            throw inner.error("is a block or a list, expected a text");
        }
        return CleanText.of(node(key, inner, 0).anyText());
    }

    /** Adds the keys of other blocks that a block does not have itself; those of the first come first. */
    private static void merge(@Nullable Yaml merged, Map<String, Yaml> entries, Bounds bounds, Yaml.Position place)
            throws InvalidMappingException {
        if (merged != null) {
            for (Yaml block : merged.items()) {
                for (Map.Entry<String, Yaml> entry : block.entries().entrySet()) {
                    if (entries.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
                        bounds.checked(entry.getValue(), place);
                    }
                }
            }
        }
    }

    /** What a block or list comes to, part by part. */
    private static final class Bounds {

        private int size = 1;

        Yaml checked(Yaml part, Yaml.Position place) throws InvalidMappingException {
            size += part.size();
            if (size > MAX_SIZE) {
                throw place.error(
                        "makes more than " + MAX_SIZE + " parts of the mapping with its aliases, expected fewer");
            }
            if (part.depth() >= MAX_DEPTH) {
                throw tooDeep(place);
            }
            return part;
        }
    }
}
