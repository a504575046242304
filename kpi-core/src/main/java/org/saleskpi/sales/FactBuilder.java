package org.saleskpi.sales;

import org.jspecify.annotations.Nullable;

/**
 * The part of building a record that all kinds share which may belong to a customer. Not thread-safe.
 *
 * @param <B> the kind of builder itself
 */
public abstract sealed class FactBuilder<B extends FactBuilder<B>> extends RecordBuilder<B>
        permits Call.Builder, Meeting.Builder, Proposal.Builder, Contract.Builder, Survey.Builder {

    @Nullable
    String customerId;

    FactBuilder(String id) {
        super(id);
    }

    /**
     * Says which customer the record belongs to.
     *
     * @param customerId the customer's id, or null for none
     * @return this builder
     */
    public B customer(@Nullable String customerId) {
        this.customerId = customerId;
        return self();
    }
}
