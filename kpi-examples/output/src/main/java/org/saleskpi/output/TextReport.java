package org.saleskpi.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reports as text for a person to read, in English or French, at most 80 columns wide. One report shows each number with
 * what it is made of; several stand side by side, indicator by indicator, and periods have a {@link Trend}.
 *
 * <pre>{@code
 * ByteArrayOutputStream text = new ByteArrayOutputStream(); // or any other stream
 * Question question = Question.of(kpis, DateRange.month(2026, 3)).only(SalesIndicators.CALLS);
 * new TextReport(TextStyle.PLAIN).write(question, text);
 * assert text.toString().contains(SalesIndicators.CALLS.name(Locale.ENGLISH));
 * }</pre>
 */
public final class TextReport implements ReportWriter {

    private final TextStyle style;

    /**
     * Creates a writer.
     *
     * @param style how headings and notes are set off
     */
    public TextReport(TextStyle style) {
        this.style = style;
    }

    @Override
    public void write(Question question, OutputStream out) throws IOException {
        List<String> lines = new TextPage(question, style).lines();
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
