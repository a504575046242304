package org.saleskpi.intake.mapping;

import java.nio.charset.Charset;
import java.util.Set;
import org.saleskpi.intake.table.CsvForm;
import org.saleskpi.intake.table.HeaderPlace;
import org.saleskpi.intake.table.JsonForm;
import org.saleskpi.intake.table.TableForm;

/** Parses how files are written. */
final class TableForms {

    private TableForms() {}

    /** Parses the keys of a block that say it; what they leave out is as in the outer block. */
    static TableForm parse(Yaml.Block block, TableForm outer) throws InvalidMappingException {
        Yaml csv = block.optional("csv");
        Yaml sheet = block.optional("sheet");
        Yaml json = block.optional("json");
        Yaml names = block.optional("column_names");
        Yaml header = block.optional("header");
        Yaml shortRows = block.optional("short_rows");
        return new TableForm(
                csv == null ? outer.csv() : csv(csv, outer.csv()),
                json == null ? outer.json() : json(json, outer.json()),
                sheet == null ? outer.sheet() : sheet.text(),
                header == null ? outer.header() : header(header),
                shortRows == null
                        ? outer.padsShortRows()
                        : shortRows.word(Set.of("pad", "reject")).equals("pad"),
                names == null
                        ? outer.ignoresCase()
                        : names.word(Set.of("exact", "any-case")).equals("any-case"));
    }

    private static JsonForm json(Yaml yaml, JsonForm outer) throws InvalidMappingException {
        Yaml.Block block = yaml.block("items", "wrappers", "each");
        Yaml items = block.optional("items");
        Yaml wrappers = block.optional("wrappers");
        Yaml each = block.optional("each");
        return new JsonForm(
                items == null ? outer.items() : items.texts(),
                wrappers == null ? outer.wrappers() : wrappers.texts(),
                each == null ? outer.each() : each.text());
    }

    private static HeaderPlace header(Yaml yaml) throws InvalidMappingException {
        return yaml.text().equals("find") ? HeaderPlace.FOUND : new HeaderPlace.OnLine(yaml.wholeNumber());
    }

    private static CsvForm csv(Yaml yaml, CsvForm outer) throws InvalidMappingException {
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
}
