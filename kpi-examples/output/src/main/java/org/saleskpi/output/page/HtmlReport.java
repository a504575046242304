package org.saleskpi.output.page;

import j2html.Config;
import j2html.rendering.FlatHtml;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.saleskpi.output.Question;
import org.saleskpi.output.ReportWriter;

/**
 * Reports as one page that needs nothing else: no font, no network, and unless it is asked for no script. It opens from a mail, prints on paper, and is
 * the same to the byte for the same question and facts.
 *
 * <p>It shows more than was asked: what changed most from the period before, and why; the course of the months with the year
 * before; the stages from calls to contracts; how far the customers came that entered in the period, and how long it takes to win
 * one; which of those won are kept; the groups beside each other; and what looks odd in the records.
 *
 * <pre>{@code
 * ByteArrayOutputStream page = new ByteArrayOutputStream();
 * new HtmlReport().write(Question.of(kpis, DateRange.quarter(2026, 1)).by(Dimension.OWNER).in(Locale.FRENCH), page);
 * assert page.toString().startsWith("<!DOCTYPE html>\n<html lang=\"fr\">");
 * }</pre>
 */
public final class HtmlReport implements ReportWriter {

    private final Extras extras;

    /** Creates a writer of pages without the records behind the numbers. */
    public HtmlReport() {
        this(new Extras(false, false));
    }

    private HtmlReport(Extras extras) {
        this.extras = extras;
    }

    /**
     * What a page has on request.
     *
     * @param hasFacts whether it lists the records behind its numbers
     * @param hasControls whether it has a script that sorts and filters its groups
     */
    record Extras(boolean hasFacts, boolean hasControls) {}

    /**
     * Returns a writer of pages that list the records behind their numbers, to which the numbers lead: the first 25 of each
     * number, or fewer where there are so many numbers that they would be more than 500 together.
     *
     * @return the writer
     */
    public HtmlReport withFacts() {
        return new HtmlReport(new Extras(true, extras.hasControls()));
    }

    /**
     * Returns a writer of pages whose groups can be sorted by any column and filtered by their names, and that can show the
     * groups in each of the periods that are on the page. A small script of the page does so: it is known by its digest, and asks nothing
     * of anybody. Where scripts are off, the page is as it is without.
     *
     * @return the writer
     */
    public HtmlReport withControls() {
        return new HtmlReport(new Extras(extras.hasFacts(), true));
    }

    @Override
    public void write(Question question, OutputStream out) throws IOException {
        HtmlPage page = new HtmlPage(question, extras);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("<!DOCTYPE html>\n");
        page.html().render(FlatHtml.into(text, Config.defaults().withEmptyTagsClosed(true)));
        text.write('\n');
        text.flush();
    }
}
