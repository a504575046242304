package org.saleskpi.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.time.InstantRange;

/** What numbers depend on, as the first lines of a text. */
final class TextHeading {

    private static final int INDENT = 11;

    private final Wording wording;
    private final TextStyle style;

    TextHeading(Wording wording, TextStyle style) {
        this.wording = wording;
        this.style = style;
    }

    /** The lines for a period and a part of the history, the rest being as in some terms; the currency where there are amounts. */
    List<String> lines(InstantRange whole, ReportTerms terms, Scope scope, boolean withCurrency) {
        List<String> lines = new ArrayList<>();
        line(lines, wording.say("period"), wording.span(whole, terms.zone()));
        line(lines, wording.say("time-zone"), terms.zone().getId());
        Instant asOf = terms.asOf();
        if (asOf != null) {
            line(lines, wording.say("as-of"), wording.moment(asOf.atZone(terms.zone())));
        }
        if (withCurrency) {
            line(lines, wording.say("currency"), terms.currency().getCode());
        }
        wording.conditions(scope).forEach(condition -> line(lines, wording.say("only"), condition));
        return lines;
    }

    /** Adds a label and a text, which may take several lines. */
    void line(List<String> lines, String label, String text) {
        List<String> wrapped = DisplayText.wrap(text, TextTable.SCREEN - INDENT);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(style.note(DisplayText.padEnd(i == 0 ? label : "", INDENT)) + wrapped.get(i));
        }
    }
}
