package org.saleskpi.spark;

import java.io.Serial;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.joda.money.CurrencyUnit;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.report.Additive;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SalesRecord;

/**
 * What is done with each part: its rows become an ordinary history, which is asked the question.
 *
 * @param <A> the kind of answer
 */
final class PartJob<A extends Additive<A>> implements MapPartitionsFunction<byte[], byte[]> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The tables. */
    private final Tables tables;

    /** What the histories have in common. */
    private final PartTerms terms;

    /** What becomes of records that share an id with those of other parts. */
    private final RepeatedIds repeated;

    /** The exchange rates: day, from, to and rate of each. */
    private final ArrayList<String[]> rates = new ArrayList<>();

    /** What has been told of the tables as a whole. */
    private final HashSet<Problem> told;

    /** The question. */
    private final PartQuestion<A> question;

    /** How its answer travels. */
    private final AnswerForm<A> form;

    PartJob(
            Tables tables,
            PartTerms terms,
            RepeatedIds repeated,
            ImportedRecords shared,
            PartQuestion<A> question,
            AnswerForm<A> form) {
        this.tables = tables;
        this.terms = terms;
        this.repeated = repeated;
        this.question = question;
        this.form = form;
        this.told = new HashSet<>(shared.problems());
        this.told.addAll(shared.doubts());
        for (ExchangeRates.Rate rate : shared.rates().rates()) {
            rates.add(new String[] {
                rate.day().toString(),
                rate.from().getCode(),
                rate.to().getCode(),
                rate.rate().toString()
            });
        }
    }

    @Override
    public Iterator<byte[]> call(Iterator<byte[]> pieces) {
        if (!pieces.hasNext()) {
            return Collections.emptyIterator();
        }
        List<byte[]> rows = new ArrayList<>();
        pieces.forEachRemaining(rows::add);
        int count = rows.size();
        ImportedRecords read = tables.read(rows);
        rows.clear(); // They are records now.
        return List.of(result(read, count).toBytes(form)).iterator();
    }

    private PartResult<A> result(ImportedRecords read, int rows) {
        SalesHistoryBuilder history =
                terms.history().exchangeRates(exchangeRates()).lenient();
        List<Problem> setAside = new ArrayList<>(read.problems());
        for (SalesRecord found : read.records()) {
            Problem problem = repeated.problem(found);
            if (problem == null) {
                history.add(found);
            } else {
                setAside.add(problem);
            }
        }
        setAside.removeIf(told::contains);
        List<Problem> doubts = new ArrayList<>(read.doubts());
        doubts.removeIf(told::contains);
        try {
            SalesHistory built = history.setAside(setAside).build();
            return result(question.ask(terms.calculator(built)), built, doubts, rows);
        } catch (InvalidHistoryException e) {
            // Even leniently there is no history: amounts are too large to be summed.
            return new PartResult<>(
                    null,
                    Map.of(),
                    PartResult.first(e.problems()),
                    e.problems().size(),
                    PartResult.first(doubts),
                    1,
                    rows,
                    rows);
        }
    }

    private PartResult<A> result(A answer, SalesHistory built, List<Problem> doubts, int rows) {
        Map<RecordType, Long> setAside = new EnumMap<>(RecordType.class);
        built.setAside().forEach((type, count) -> setAside.put(type, (long) count));
        return new PartResult<>(
                answer,
                setAside,
                PartResult.first(built.problems()),
                built.problems().size(),
                PartResult.first(doubts),
                1,
                rows,
                rows);
    }

    /** What the tables as a whole yield, before any row: problems with exchange rates and lookups, and an answer of nothing. */
    PartResult<A> ofNothing(ImportedRecords shared) {
        SalesHistory nothing = terms.history()
                .exchangeRates(shared.rates())
                .setAside(shared.problems())
                .lenient()
                .build();
        PartResult<A> result = result(question.ask(terms.calculator(nothing)), nothing, shared.doubts(), 0);
        return new PartResult<>(
                result.answer(), result.setAside(), result.problems(), result.problemCount(), result.doubts(), 0, 0, 0);
    }

    private ExchangeRates exchangeRates() {
        ExchangeRates.Builder all = ExchangeRates.builder();
        for (String[] rate : rates) {
            all.rate(
                    LocalDate.parse(rate[0]),
                    CurrencyUnit.of(rate[1]),
                    CurrencyUnit.of(rate[2]),
                    new BigDecimal(rate[3]));
        }
        return all.build();
    }
}
