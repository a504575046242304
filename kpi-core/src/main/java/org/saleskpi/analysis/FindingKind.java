package org.saleskpi.analysis;

import java.util.Locale;

/**
 * A reason to look at records before numbers are believed: what is legal in them and suspicious all the same. Findings stand in
 * the order of these.
 *
 * @see Findings
 * @see FindingThresholds
 * @since 0.1.0
 */
public enum FindingKind {
    /** Proposals decided within the second in which they were sent, if many are: a source without times stamps both alike. */
    DECIDED_AT_SENDING,
    /** Contracts whose customer has proposals, none of them accepted on or before the local day of signature. */
    CONTRACT_WITHOUT_PROPOSAL,
    /** Meetings that are planned though their time has come. */
    MEETING_STILL_PLANNED,
    /** Open prospects that entered long ago, and of whom nothing is recorded since. */
    UNTOUCHED_PROSPECT,
    /** Proposals that have been pending for long. */
    STALE_PROPOSAL,
    /** Facts after the disqualification of their customer, if it did not sign after it. */
    AFTER_DISQUALIFICATION,
    /** Contracts signed after the disqualification of their customer. */
    CONVERTED_AFTER_DISQUALIFICATION,
    /** Contracts whose amount pays for a term without an end: they have no monthly value. */
    NO_MONTHLY_VALUE,
    /** Contracts with a term of less than a month. */
    SHORT_TERM,
    /** Contracts billed by the month without an end: they count as one month. */
    MONTHLY_WITHOUT_END,
    /** Customers with a term without an end: they are retained for ever. */
    ENDLESS_COVER,
    /** Contracts whose end is probably the last day of the term, and not the moment after it. */
    INCLUSIVE_END,
    /** Records without an owner, their own or their customer's, if many of their type have none. */
    UNASSIGNED_OWNER,
    /** Calls and held meetings without a result, if many of their type have none. */
    OUTCOME_NOT_RECORDED,
    /** Many facts of a type within one second that is not the first of a local day: the stamp of an import. */
    SAME_INSTANT,
    /** Contracts and proposals with an amount of 0. */
    ZERO_AMOUNT,
    /** Contracts and proposals with an amount many times the median of their type. */
    OUTLIER_AMOUNT,
    /** Customers that share an attribute {@code email} or {@code name}, compared without case, accents and spaces. */
    DUPLICATE_CUSTOMER;

    /**
     * Returns the key of the kind in files.
     *
     * @return its name in small letters with dashes, such as {@code stale-proposal}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
