package org.saleskpi.cli.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.source.BrokenFileException;
import org.saleskpi.cli.source.CsvForm;
import org.saleskpi.cli.source.Table;
import org.saleskpi.sales.RecordType;

/**
 * How a file becomes records.
 *
 * @param name the name of the file
 * @param form how it is written
 * @param skips which rows are left out, and why
 * @param records what the other rows become; a row becomes all that it fits
 */
record FileRule(String name, CsvForm form, List<Skip> skips, List<RecordRule> records) {

    /** Rows to be left out, and why. */
    record Skip(Condition when, String reason) {}

    static FileRule parse(String name, Yaml yaml, CsvForm csv, @Nullable MomentForm moments, NumberForm numbers)
            throws InvalidMappingException {
        Yaml.Block block = yaml.block("csv", "moments", "numbers", "skip", "records");
        Yaml ownCsv = block.optional("csv");
        Yaml ownMoments = block.optional("moments");
        Yaml ownNumbers = block.optional("numbers");
        MomentForm momentForm =
                ownMoments == null ? moments : MomentForm.parse(ownMoments.block("formats", "zone"), moments);
        if (momentForm == null) {
            throw yaml.error("has no key moments, expected one here or for all files");
        }
        NumberForm numberForm = ownNumbers == null ? numbers : NumberForm.parse(ownNumbers, numbers);
        List<Skip> skips = new ArrayList<>();
        Yaml skip = block.optional("skip");
        if (skip != null) {
            for (Yaml item : skip.items()) {
                Yaml.Block one = item.block("when", "because");
                skips.add(new Skip(
                        Condition.parse(one.required("when")),
                        one.required("because").text()));
            }
        }
        List<RecordRule> records = new ArrayList<>();
        for (Yaml item : block.required("records").items()) {
            records.add(RecordRule.parse(item, new RecordRule.Forms(momentForm, numberForm)));
        }
        return new FileRule(name, ownCsv == null ? csv : csv(ownCsv, csv), List.copyOf(skips), List.copyOf(records));
    }

    static CsvForm csv(Yaml yaml, CsvForm outer) throws InvalidMappingException {
        Yaml.Block block = yaml.block("delimiter", "encoding");
        Yaml delimiter = block.optional("delimiter");
        Yaml encoding = block.optional("encoding");
        return new CsvForm(
                delimiter == null ? outer.delimiter() : delimiter(delimiter),
                encoding == null ? outer.charset() : charset(encoding));
    }

    private static char delimiter(Yaml yaml) throws InvalidMappingException {
        String text = yaml.text();
        if (text.equals("tab")) {
            return '\t';
        }
        if (!text.matches("[,;|]")) {
            throw yaml.error("is not a delimiter, expected one of , ; | or tab");
        }
        return text.charAt(0);
    }

    private static Charset charset(Yaml yaml) throws InvalidMappingException {
        try {
            return Charset.forName(yaml.text());
        } catch (IllegalArgumentException e) {
            throw yaml.error("is not an encoding, expected one such as utf-8 or windows-1252");
        }
    }

    /** The kind of record that problems with the whole file name. */
    RecordType type() {
        return records.get(0).type();
    }

    /** Checks that the file has each column that it must have, once. */
    void check(Table table) {
        Set<String> required = new LinkedHashSet<>();
        Set<String> used = new LinkedHashSet<>();
        skips.forEach(skip -> required.addAll(skip.when().columns()));
        for (RecordRule rule : records) {
            required.addAll(rule.conditionColumns());
            for (TextRule.Source source : rule.sources()) {
                (source.optional() ? used : required).addAll(source.columns());
            }
        }
        check(name, table, required, used);
    }

    /** Checks that a file has each of some columns, and none of them twice. */
    static void check(String name, Table table, Set<String> required, Set<String> optional) {
        List<String> columns = table.columns();
        for (String column : required) {
            if (!columns.contains(column)) {
                throw new BrokenFileException(
                        column,
                        name,
                        "is read by the mapping, but missing from the header: " + String.join(", ", columns));
            }
        }
        Set<String> used = new LinkedHashSet<>(required);
        used.addAll(optional);
        for (String column : used) {
            if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new BrokenFileException(column, name, "is read by the mapping, but the name of two columns");
            }
        }
    }
}
