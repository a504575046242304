package org.saleskpi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.joda.money.CurrencyUnit;
import org.saleskpi.output.Question;
import org.saleskpi.output.ReportWriter;

/**
 * Reports as a workbook for Excel, LibreOffice or Google Sheets, in English or French: tables of typed numbers that can be
 * filtered and summed, charts that refer to them, and what each number means. The same answers make the same bytes.
 *
 * <pre>{@code
 * ByteArrayOutputStream workbook = new ByteArrayOutputStream();
 * new WorkbookReport().write(Question.of(kpis, DateRange.year(2025)).every(CalendarUnit.MONTH), workbook);
 * assert workbook.toByteArray()[0] == 'P' && workbook.toByteArray()[1] == 'K';
 * }</pre>
 */
public final class WorkbookReport implements ReportWriter {

    private final boolean withFacts;

    /** Creates a writer of the numbers alone. */
    public WorkbookReport() {
        this(false);
    }

    /**
     * Creates a writer.
     *
     * @param withFacts whether there is a sheet of the facts behind the numbers of the period, to which the numbers lead
     */
    public WorkbookReport(boolean withFacts) {
        this.withFacts = withFacts;
    }

    @Override
    public void write(Question question, OutputStream out) throws IOException {
        ReportContext context = ReportContext.of(question);
        WorkbookPlan plan = WorkbookPlan.of(context, withFacts);
        plan.check();
        DiskRows.write(out, stream -> write(plan, context, stream));
    }

    private static void write(WorkbookPlan plan, ReportContext context, OutputStream out) throws IOException {
        CurrencyUnit currency = plan.whole().terms().currency();
        try (WorkbookBuilder book =
                new WorkbookBuilder(plan.heading(SheetKind.INDICATORS), currency, context.wording())) {
            for (SheetKind kind : SheetKind.values()) {
                if (kind == SheetKind.CHARTS) {
                    ChartSections.write(plan, context, book);
                } else if (plan.has(kind)) {
                    TableSheet.write(plan.table(kind), book);
                }
            }
            book.writeTo(out);
        }
    }
}
