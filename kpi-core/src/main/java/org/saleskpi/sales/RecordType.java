package org.saleskpi.sales;

/**
 * The kinds of record that a {@link SalesHistory} is made from, as {@link Problem problems} name them.
 *
 * @see SalesRecord
 * @see Problem
 * @since 0.1.0
 */
public enum RecordType {
    /** A {@link Customer}. */
    CUSTOMER("Customer", "customers"),
    /** A {@link Call}. */
    CALL("Call", "calls"),
    /** A {@link Meeting}. */
    MEETING("Meeting", "meetings"),
    /** A {@link Proposal}. */
    PROPOSAL("Proposal", "proposals"),
    /** A {@link Contract}. */
    CONTRACT("Contract", "contracts"),
    /** A {@link Survey}. */
    SURVEY("Survey", "surveys"),
    /** One of the {@link ExchangeRates}. */
    EXCHANGE_RATE("Exchange rate", "rates");

    private final String title;
    private final String plural;

    RecordType(String title, String plural) {
        this.title = title;
        this.plural = plural;
    }

    /**
     * Returns what several records of this kind are called in files: {@code contracts}, as of {@code contracts.csv} and of
     * {@code "setAside": {"contracts": 3}}.
     *
     * @return the word in small letters
     */
    public String plural() {
        return plural;
    }

    /** Returns the word for a record of this kind, such as {@code Customer}. */
    @Override
    public String toString() {
        return title;
    }
}
