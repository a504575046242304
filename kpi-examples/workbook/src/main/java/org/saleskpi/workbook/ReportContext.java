package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Answers;
import org.saleskpi.output.Letterhead;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;

/**
 * What all sheets of a workbook have in common.
 *
 * @param question what was asked, as far as the data has it
 * @param asked the indicators that were asked about, those included that the data does not have
 * @param coverage what the records can tell
 * @param wording the words of the language
 * @param said how the answers are said
 */
record ReportContext(
        Question question, List<Indicator<?>> asked, DataCoverage coverage, Wording wording, AnswerWording said) {

    /** Stands at a period that is known in part only. */
    private static final String PARTLY = "*";

    static ReportContext of(Question all) {
        DataCoverage coverage = DataCoverage.of(all.kpis(), all.indicators());
        Wording wording = new Wording(all.locale());
        return new ReportContext(
                all.about(coverage.measurable(all.indicators())),
                all.indicators(),
                coverage,
                wording,
                new AnswerWording(coverage, wording));
    }

    /** What a reader must know before the first number. */
    List<String> notes() {
        List<String> notes =
                new ArrayList<>(question.shown().letterhead().note().stream().toList());
        notes.addAll(new CoverageWording(coverage, wording)
                .notes(
                        question.history(),
                        question.dates().atZone(question.history().zone()),
                        asked));
        return notes;
    }

    /** The same of groups, of which some may be left out. */
    List<String> notes(Answers groups) {
        List<String> notes = new ArrayList<>(groups.leftOut(question.shown().order(), wording.locale()).stream()
                .toList());
        notes.addAll(notes());
        return notes;
    }

    /** Whose workbook it is and what it is called, in place of the usual title. */
    String title(String usual) {
        Letterhead letterhead = question.shown().letterhead();
        return Stream.of(letterhead.company(), Optional.of(letterhead.title().orElse(usual)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" – "));
    }

    /** What a period is called, with a mark if it is known in part only. */
    String label(KpiReport report) {
        String span = wording.shortSpan(report.terms().period(), report.terms().zone());
        return isPartly(report) ? span + PARTLY : span;
    }

    boolean isPartly(KpiReport report) {
        return coverage.endsWithin(report.terms().period());
    }

    /** What the mark means. */
    String partly(KpiReport report) {
        return wording.say(
                "series.partly",
                PARTLY,
                DataCoverage.knownUntil(question.history())
                        .map(known -> wording.lastDay(known, report.terms().zone()))
                        .orElse(""));
    }

    /** The value of an answer; nothing before the first record that it needs, and beyond the last of all. */
    Cell knownValue(KpiReport report, Indicator<?> indicator) {
        Cell value = ValueCells.value(indicator, report.get(indicator), this);
        return coverage.isKnown(indicator, report.terms().period()) ? value : value.withoutContent();
    }
}
