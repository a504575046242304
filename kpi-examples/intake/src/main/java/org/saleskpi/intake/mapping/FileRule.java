package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.sales.RecordType;

/**
 * How files become records.
 *
 * @param names which files
 * @param form how they are written
 * @param skips which rows are left out, and why
 * @param records what the other rows become; a row becomes all that it fits
 */
record FileRule(FileNames names, TableForm form, List<Skip> skips, List<RecordRule> records) {

    /** The keys of an entry of {@code files}. */
    static final String[] KEYS = {
        "also", "csv", "json", "sheet", "header", "short_rows", "moments", "numbers", "skip", "attributes", "records"
    };

    /** Rows to be left out, and why. */
    record Skip(Condition when, String reason) {}

    static FileRule parse(String name, Yaml yaml, TableForm form, @Nullable MomentForms moments, NumberForms numbers)
            throws InvalidMappingException {
        Yaml.Block block = yaml.block(KEYS);
        Forms forms = forms(yaml, moments, numbers);
        List<Skip> skips = new ArrayList<>();
        Yaml skip = block.optional("skip");
        if (skip != null) {
            for (Yaml item : skip.items()) {
                Yaml.Block one = item.block("when", "because");
                skips.add(new Skip(
                        Condition.parse(one.required("when"), forms),
                        one.required("because").text()));
            }
        }
        Map<String, TextRule> attributes = RecordRule.attributes(block, Map.of(), forms);
        List<RecordRule> records = new ArrayList<>();
        for (Yaml item : block.required("records").items()) {
            records.add(RecordRule.parse(item, forms, attributes));
        }
        return new FileRule(
                names(name, block), TableForms.parse(block, form), List.copyOf(skips), List.copyOf(records));
    }

    /** How moments and numbers of an entry are written; what it does not say is as in the whole mapping. */
    static Forms forms(Yaml yaml, @Nullable MomentForms moments, NumberForms numbers) throws InvalidMappingException {
        Yaml.Block block = new Yaml.Block(yaml, yaml.entries());
        Yaml ownMoments = block.optional("moments");
        MomentForms momentForm =
                ownMoments == null ? moments : MomentForms.parse(ownMoments.block(MomentForms.KEYS), moments);
        if (momentForm == null) {
            throw yaml.error("has no key moments, expected one here or for all files");
        }
        return new Forms(momentForm, NumberForms.parse(block.optional("numbers"), numbers));
    }

    /** Which files an entry is about: its own name, and others. */
    static FileNames names(String name, Yaml.Block block) throws InvalidMappingException {
        Yaml also = block.optional("also");
        FileNames first = new FileNames(Set.of(name));
        FileNames names = also == null ? first : first.and(FileNames.parse(also));
        Yaml sheet = block.optional("sheet");
        if (sheet != null && names.hasSheet()) {
            throw sheet.error("stands beside a sheet in the name " + names + ", expected one of them");
        }
        return names;
    }

    /** Why a row is left out; null for one that is not. Of what is no row at all no condition tells anything. */
    @Nullable
    String reasonToSkip(Row row, Lookups lookups) {
        if (row.hasCells()) {
            for (Skip skip : skips) {
                if (skip.when().holds(row, lookups)) {
                    return skip.reason();
                }
            }
        }
        return null;
    }

    /** The kind of record that problems with the whole file name. */
    RecordType type() {
        return records.get(0).type();
    }

    /** All that is read from a row. */
    Stream<TextSource> sources() {
        return Stream.concat(
                        skips.stream().flatMap(skip -> skip.when().sources()),
                        records.stream().flatMap(rule -> rule.sources().stream()))
                .flatMap(FileRule::withItsCondition);
    }

    private static Stream<TextSource> withItsCondition(TextSource source) {
        return Stream.concat(Stream.of(source), source.when().sources().flatMap(FileRule::withItsCondition));
    }

    /** The columns that are read. */
    ReadColumns columns() {
        Set<Column> required = new LinkedHashSet<>();
        Set<Column> optional = new LinkedHashSet<>();
        sources().forEach(source -> (source.optional() ? optional : required).addAll(source.columns()));
        return new ReadColumns(required, optional, idColumns());
    }

    /** The names of the columns that hold ids: those of records, and what is looked up. */
    private Set<String> idColumns() {
        return Stream.concat(
                        idSources(),
                        sources().filter(source -> !source.through().isEmpty()))
                .flatMap(source -> source.columns().stream())
                .flatMap(column -> column.names().stream())
                .collect(Collectors.toSet());
    }

    private Stream<TextSource> idSources() {
        return records.stream().flatMap(RecordRule::idSources);
    }

    /** The tables in which ids are found, not other texts. */
    Set<Lookup> lookupsOfIds() {
        Set<Lookup> found = new HashSet<>();
        sources().forEach(source -> {
            List<Lookup> through = source.through();
            found.addAll(through.subList(0, Math.max(0, through.size() - 1)));
        });
        idSources().forEach(source -> found.addAll(source.through()));
        return found;
    }
}
