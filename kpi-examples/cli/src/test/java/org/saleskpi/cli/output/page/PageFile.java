package org.saleskpi.cli.output.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.saleskpi.cli.Run;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as the command writes it, read as a tree: it is well-formed XML, or it is not read at all. */
final class PageFile {

    private final String html;
    private final Document tree;

    private PageFile(String html, Document tree) {
        this.html = html;
        this.tree = tree;
    }

    /** Runs {@code kpi report --format html} on a folder. */
    static PageFile of(Path folder, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("report", "--data", folder.toString(), "--format", "html"));
        all.addAll(Arrays.asList(args));
        Run run = Run.of(all.toArray(String[]::new));
        if (run.exitCode() != 0) {
            throw new AssertionError(run.err());
        }
        Document tree = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)));
        return new PageFile(run.out(), tree);
    }

    String html() {
        return html;
    }

    /** The elements at a path such as {@code //table/caption}. */
    List<Element> all(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, tree, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> (Element) nodes.item(i))
                    .toList();
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The one element at a path. */
    Element one(String path) {
        List<Element> found = all(path);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " elements at " + path);
        }
        return found.get(0);
    }

    /** The text at a path, with plain spaces. */
    String text(String path) {
        return text(one(path));
    }

    static String text(Element element) {
        return element.getTextContent().replaceAll("[\u00A0\u202F]", " ");
    }
}
