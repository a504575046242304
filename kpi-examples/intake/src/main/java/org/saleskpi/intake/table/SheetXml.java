package org.saleskpi.intake.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks through the XML of a sheet for what the library that reads workbooks does not tell. */
final class SheetXml {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SheetXml() {}

    /** Is shown each element at its beginning. */
    interface Visitor {
        void visit(XMLStreamReader element) throws XMLStreamException;
    }

    /** Shows the elements of a sheet, which the workbook refers to by an id. */
    static void visit(Path workbook, String sheetId, Visitor visitor) throws IOException {
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            ZipEntry sheet = sheet(parts, sheetId);
            if (sheet != null) {
                visit(parts, sheet, visitor);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void visit(ZipFile parts, ZipEntry part, Visitor visitor) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream bytes = new BufferedInputStream(parts.getInputStream(part))) {
            skipByteOrderMark(bytes);
            // As characters: of bytes that are none, the parser prints a line before it throws.
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    visitor.visit(reader);
                }
            }
            reader.close();
        }
    }

    private static void skipByteOrderMark(InputStream bytes) throws IOException {
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
    }

    /** Whether a workbook has a part that says what its cells look like, which it need not have. */
    static boolean hasStyles(Path workbook) throws IOException {
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            ZipEntry types = parts.getEntry("[Content_Types].xml");
            List<String> found = new ArrayList<>();
            if (types != null) {
                visit(parts, types, type -> {
                    String part = String.valueOf(type.getAttributeValue(null, "PartName"));
                    if (String.valueOf(type.getAttributeValue(null, "ContentType"))
                                    .endsWith(".styles+xml")
                            && parts.getEntry(part.replaceFirst("^/", "")) != null) {
                        found.add(part);
                    }
                });
            }
            return !found.isEmpty();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The names of the sheets of a workbook, in their order. */
    static List<String> names(Path workbook) throws IOException {
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            List<String> names = new ArrayList<>();
            ZipEntry relations = parts.getEntry("_rels/.rels");
            if (relations != null) {
                List<String> targets = new ArrayList<>();
                visit(parts, relations, relation -> {
                    String target = relation.getAttributeValue(null, "Target");
                    if (target != null
                            && String.valueOf(relation.getAttributeValue(null, "Type"))
                                    .endsWith("/officeDocument")) {
                        targets.add(target.replaceFirst("^/", ""));
                    }
                });
                for (String target : targets) {
                    ZipEntry part = parts.getEntry(target);
                    if (part != null) {
                        visit(parts, part, element -> {
                            String name = element.getAttributeValue(null, "name");
                            if (element.getLocalName().equals("sheet") && name != null) {
                                names.add(name);
                            }
                        });
                    }
                }
            }
            return names;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static @Nullable ZipEntry sheet(ZipFile parts, String id) throws IOException, XMLStreamException {
        for (ZipEntry part : parts.stream().toList()) {
            int folder = part.getName().lastIndexOf("_rels/");
            if (folder >= 0 && part.getName().endsWith(".rels")) {
                StringBuilder target = new StringBuilder();
                visit(parts, part, relation -> {
                    if (id.equals(relation.getAttributeValue(null, "Id"))
                            && String.valueOf(relation.getAttributeValue(null, "Type"))
                                    .endsWith("/worksheet")) {
                        target.append(relation.getAttributeValue(null, "Target"));
                    }
                });
                if (!target.isEmpty()) {
                    return parts.getEntry(
                            target.charAt(0) == '/'
                                    ? target.substring(1)
                                    : part.getName().substring(0, folder) + target);
                }
            }
        }
        return null;
    }
}
