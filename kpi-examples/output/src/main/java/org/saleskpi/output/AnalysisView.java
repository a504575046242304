package org.saleskpi.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;

/**
 * How one kind of analysis is shown.
 *
 * @param <A> the kind of analysis
 */
interface AnalysisView<A> {

    /** What the analysis is called in a JSON document. */
    String name();

    /** What the numbers of an analysis depend on. */
    ReportTerms terms(A analysis);

    /** Whether there are amounts. */
    boolean hasAmounts();

    /** Whether the lines of text tell the terms and what was set aside themselves. */
    default boolean saysTerms() {
        return false;
    }

    /** Whether it follows customers to the end of their contracts, of which nothing is told where they have none. */
    default boolean followsCustomers() {
        return false;
    }

    /** Writes the properties of an analysis, its terms apart. */
    void properties(A analysis, AnalysisJson json);

    /** The names of the columns of a table, terms and groups apart. */
    List<String> columns();

    /** The rows of an analysis in a table: texts and numbers, null for what is undefined. */
    List<List<@Nullable Object>> rows(A analysis);

    /** An analysis as lines of text. */
    List<String> lines(A analysis, Wording wording, TextStyle style);

    /** The analyses of several groups and of all as lines of text. */
    List<String> lines(GroupedAnalysis<A> groups, Wording wording, TextStyle style);
}
