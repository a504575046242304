package org.saleskpi.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a sheet whose formula came to an empty text. The library that reads workbooks gives such a cell like one whose
 * formula was never calculated, so the sheet is looked through once more.
 */
final class EmptyResults {

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final Set<String> cells = new HashSet<>();

    private EmptyResults() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** The addresses of the cells, in the sheet that the workbook refers to by an id. */
    static Set<String> of(Path workbook, String sheetId) throws IOException {
        EmptyResults found = new EmptyResults();
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            ZipEntry sheet = found.sheet(parts, sheetId);
            if (sheet != null) {
                found.read(parts, sheet);
            }
            return found.cells;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private @Nullable ZipEntry sheet(ZipFile parts, String id) throws IOException, XMLStreamException {
        for (ZipEntry part : parts.stream().toList()) {
            int folder = part.getName().lastIndexOf("_rels/");
            if (folder >= 0 && part.getName().endsWith(".rels")) {
                String target = target(parts, part, id);
                if (target != null) {
                    return parts.getEntry(
                            target.startsWith("/")
                                    ? target.substring(1)
                                    : part.getName().substring(0, folder) + target);
                }
            }
        }
        return null;
    }

    private @Nullable String target(ZipFile parts, ZipEntry relations, String id)
            throws IOException, XMLStreamException {
        try (InputStream bytes = parts.getInputStream(relations)) {
            XMLStreamReader reader = xml.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && id.equals(reader.getAttributeValue(null, "Id"))
                        && String.valueOf(reader.getAttributeValue(null, "Type"))
                                .endsWith("/worksheet")) {
                    return reader.getAttributeValue(null, "Target");
                }
            }
            return null;
        }
    }

    private void read(ZipFile parts, ZipEntry sheet) throws IOException, XMLStreamException {
        try (InputStream bytes = parts.getInputStream(sheet)) {
            XMLStreamReader reader = xml.createXMLStreamReader(bytes);
            Place place = new Place();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    read(reader, place);
                }
            }
        }
    }

    /** Where in the sheet the reader is. */
    private static final class Place {
        private int row;
        private int column;
        private boolean isText;
    }

    private void read(XMLStreamReader reader, Place place) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "row" -> {
                String number = reader.getAttributeValue(null, "r");
                place.row = number == null ? place.row + 1 : Integer.parseInt(number);
                place.column = 0;
            }
            case "c" -> {
                String address = reader.getAttributeValue(null, "r");
                place.column = address == null ? place.column + 1 : column(address);
                place.isText = "str".equals(reader.getAttributeValue(null, "t"));
            }
            case "v" -> {
                if (place.isText && reader.getElementText().isEmpty()) {
                    cells.add(address(place.row, place.column));
                }
            }
            default -> {
                // Says nothing of results.
            }
        }
    }

    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    /** The address of a cell: the numbers of its row and column, from 1. */
    static String address(int row, int column) {
        return row + ":" + column;
    }
}
