package org.saleskpi.sales;

/** The kinds of record that a {@link SalesHistory} is made from, as {@link Problem problems} name them. */
public enum RecordType {
    /** A {@link Customer}. */
    CUSTOMER("Customer"),
    /** A {@link Call}. */
    CALL("Call"),
    /** A {@link Meeting}. */
    MEETING("Meeting"),
    /** A {@link Proposal}. */
    PROPOSAL("Proposal"),
    /** A {@link Contract}. */
    CONTRACT("Contract"),
    /** A {@link Survey}. */
    SURVEY("Survey"),
    /** One of the {@link ExchangeRates}. */
    EXCHANGE_RATE("Exchange rate");

    private final String title;

    RecordType(String title) {
        this.title = title;
    }

    /** Returns the word for a record of this kind, such as {@code Customer}. */
    @Override
    public String toString() {
        return title;
    }
}
