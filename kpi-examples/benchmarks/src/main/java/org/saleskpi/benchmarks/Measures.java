package org.saleskpi.benchmarks;

import static org.saleskpi.indicator.SalesIndicators.AVERAGE_BASKET;
import static org.saleskpi.indicator.SalesIndicators.CALL_SUCCESS_RATE;
import static org.saleskpi.indicator.SalesIndicators.CHURN_RATE;
import static org.saleskpi.indicator.SalesIndicators.CONVERSION_RATE;
import static org.saleskpi.indicator.SalesIndicators.DEAL_CYCLE;
import static org.saleskpi.indicator.SalesIndicators.MEETING_SUCCESS_RATE;
import static org.saleskpi.indicator.SalesIndicators.PROPOSALS_PER_MEETING;
import static org.saleskpi.indicator.SalesIndicators.PROPOSAL_ACCEPTANCE_RATE;
import static org.saleskpi.indicator.SalesIndicators.RETENTION_RATE;
import static org.saleskpi.indicator.SalesIndicators.REVENUE;
import static org.saleskpi.indicator.SalesIndicators.SALES_CYCLE;
import static org.saleskpi.indicator.SalesIndicators.SATISFACTION_RATE;
import static org.saleskpi.indicator.SalesIndicators.WIN_RATE;

import java.util.List;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.Amount;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * The whole numbers that the eighteen indicators of the catalogue are made of: what every peer computes, in one order.
 * Rates, means and ratios are quotients of them; medians and percentiles of days are not part of the job.
 */
final class Measures {

    static final int CALLS = 0;
    static final int CALLS_SUCCESSFUL = 1;
    static final int CALLS_UNRECORDED = 2;
    static final int MEETINGS = 3;
    static final int MEETINGS_HELD = 4;
    static final int MEETINGS_SUCCESSFUL = 5;
    static final int MEETINGS_UNRECORDED = 6;
    static final int PROPOSALS = 7;
    static final int PROPOSALS_ACCEPTED = 8;
    static final int PROPOSALS_PENDING = 9;
    static final int DECISIONS = 10;
    static final int DECISIONS_ACCEPTED = 11;
    static final int DECISION_DAYS = 12;
    static final int CONTRACTS = 13;
    static final int REVENUE_CENTS = 14;
    static final int CUSTOMERS_WON = 15;
    static final int CYCLE_DAYS = 16;
    static final int ENTERED = 17;
    static final int ENTERED_WON = 18;
    static final int ENTERED_LOST = 19;
    static final int ANSWERS = 20;
    static final int ANSWERS_SATISFIED = 21;
    static final int OPENING = 22;
    static final int RETAINED = 23;

    /** How many there are. */
    static final int COUNT = 24;

    private static final List<String> NAMES = List.of(
            "calls",
            "successful calls",
            "unrecorded calls",
            "meetings",
            "meetings held",
            "successful meetings",
            "unrecorded meetings",
            "proposals",
            "accepted of the proposals",
            "pending of the proposals",
            "decisions",
            "accepted of the decisions",
            "days of the accepted decisions",
            "contracts",
            "revenue in cents",
            "customers won",
            "days of the customers won",
            "entered",
            "won of the entered",
            "lost of the entered",
            "answers",
            "satisfied answers",
            "in force at the start",
            "in force at both ends");

    private Measures() {}

    /** What a measure is called in messages. */
    static String name(int measure) {
        return NAMES.get(measure);
    }

    /** Reads the numbers out of a report, all indicators of which must agree about them. */
    static long[] of(KpiReport report) {
        long[] cell = new long[COUNT];
        cell[CALLS] = report.get(SalesIndicators.CALLS).value();
        Rate calls = report.get(CALL_SUCCESS_RATE);
        cell[CALLS_SUCCESSFUL] = calls.hits();
        cell[CALLS_UNRECORDED] = calls.open();
        cell[MEETINGS] = report.get(SalesIndicators.MEETINGS).value();
        Rate held = report.get(MEETING_SUCCESS_RATE);
        cell[MEETINGS_HELD] = held.total();
        cell[MEETINGS_SUCCESSFUL] = held.hits();
        cell[MEETINGS_UNRECORDED] = held.open();
        cell[PROPOSALS] = report.get(SalesIndicators.PROPOSALS).value();
        Rate sent = report.get(PROPOSAL_ACCEPTANCE_RATE);
        cell[PROPOSALS_ACCEPTED] = sent.hits();
        cell[PROPOSALS_PENDING] = sent.open();
        Rate decided = report.get(WIN_RATE);
        cell[DECISIONS] = decided.total();
        cell[DECISIONS_ACCEPTED] = decided.hits();
        cell[DECISION_DAYS] = report.get(DEAL_CYCLE).total();
        cell[CONTRACTS] = report.get(SalesIndicators.CONTRACTS).value();
        Amount revenue = report.get(REVENUE);
        cell[REVENUE_CENTS] = revenue.minorUnits();
        cell[CUSTOMERS_WON] = report.get(SalesIndicators.CUSTOMERS_WON).value();
        cell[CYCLE_DAYS] = report.get(SALES_CYCLE).total();
        Rate entered = report.get(CONVERSION_RATE);
        cell[ENTERED] = entered.total();
        cell[ENTERED_WON] = entered.hits();
        cell[ENTERED_LOST] = entered.misses();
        Rate answers = report.get(SATISFACTION_RATE);
        cell[ANSWERS] = answers.total();
        cell[ANSWERS_SATISFIED] = answers.hits();
        Rate retained = report.get(RETENTION_RATE);
        cell[OPENING] = retained.total();
        cell[RETAINED] = retained.hits();
        checkAgreement(calls.total() == cell[CALLS], report);
        checkAgreement(sent.total() == cell[PROPOSALS], report);
        checkAgreement(report.get(DEAL_CYCLE).count() == cell[DECISIONS_ACCEPTED], report);
        checkAgreement(report.get(SALES_CYCLE).count() == cell[CUSTOMERS_WON], report);
        checkAgreement(report.get(CHURN_RATE).equals(retained.complement()), report);
        checkAgreement(report.get(AVERAGE_BASKET).equals(new MeanAmount(revenue, cell[CONTRACTS])), report);
        checkAgreement(
                report.get(PROPOSALS_PER_MEETING).equals(new Ratio(cell[PROPOSALS], cell[MEETINGS_HELD])), report);
        return cell;
    }

    private static void checkAgreement(boolean agree, KpiReport report) {
        if (!agree) {
            throw new IllegalStateException("Indicators disagree in " + report);
        }
    }
}
