package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.work.Workers;

/**
 * What a history has of one customer, its record and its facts, or of one fact without customer. These are checked and derived
 * without a look at anything else.
 *
 * @param known the records that are in the history
 * @param journey what is derived of them; null without a customer
 * @param setAside those that are not, and why
 */
record CustomerRecords(Records known, @Nullable CustomerJourney journey, SetAside setAside) {

    /** Nothing of a customer. */
    static final CustomerRecords NONE = new CustomerRecords(Records.empty().sorted(), null, SetAside.NOTHING);

    /**
     * Checks the records of one customer.
     *
     * @param given the records, with different ids
     * @param others what is wrong with records of the customer that are not among them
     */
    static CustomerRecords of(List<SalesRecord> given, List<Problem> others, ReportingCurrency reporting) {
        Records records = Records.empty();
        given.forEach(records::add);
        HistoryCheck check = new HistoryCheck(reporting, others, Workers.CALLER);
        Records known = check.check(records);
        ImmutableList<CustomerJourney> journeys = check.journeys(known);
        return new CustomerRecords(
                known,
                journeys.isEmpty() ? null : journeys.get(0),
                new SetAside(check.setAside().records(), check.setAside().problems(), List.of()));
    }

    /** All records, those set aside included. */
    List<SalesRecord> all() {
        List<SalesRecord> all = new ArrayList<>(known.all());
        all.addAll(setAside.records());
        return all;
    }

    /** The sums of the amounts of some records, which are in a history or may be. */
    record Totals(long proposals, long contracts) {

        static Totals of(Records records, ReportingCurrency reporting) {
            return new Totals(
                    sum(
                            records.proposals(),
                            proposal -> proposal.amount() == null
                                    ? null
                                    : reporting
                                            .convert(proposal.amount(), proposal)
                                            .orElseThrow()),
                    sum(
                            records.contracts(),
                            contract -> reporting.valueOf(contract).orElseThrow()));
        }

        private static <R> long sum(List<R> records, Function<R, @Nullable Money> amount) {
            long sum = 0;
            for (R record : records) {
                Money money = amount.apply(record);
                sum = money == null ? sum : LongMath.saturatedAdd(sum, money.getAmountMinorLong());
            }
            return sum;
        }

        /** These without some of them. */
        Totals minus(Totals part) {
            return new Totals(proposals - part.proposals, contracts - part.contracts);
        }

        /** These and others; too large a sum is {@link Long#MAX_VALUE}. */
        Totals plus(Totals others) {
            return new Totals(
                    LongMath.saturatedAdd(proposals, others.proposals),
                    LongMath.saturatedAdd(contracts, others.contracts));
        }

        /** Whether a sum may be too large to represent. */
        boolean areTooLarge() {
            return proposals == Long.MAX_VALUE || contracts == Long.MAX_VALUE;
        }
    }
}
