package org.saleskpi.sales;

import org.jspecify.annotations.Nullable;

/**
 * What the builders of calls, meetings, proposals, contracts and survey answers have in common: the customer of the record,
 * beside what {@linkplain RecordBuilder every record} has. Not thread-safe.
 *
 * @param <B> the kind of builder itself
 * @see Call
 * @see Contract
 * @since 0.1.0
 */
public abstract sealed class FactBuilder<B extends FactBuilder<B>> extends RecordBuilder<B>
        permits Call.Builder, Meeting.Builder, Proposal.Builder, Contract.Builder, Survey.Builder {

    @Nullable
    String customerId;

    FactBuilder(String id) {
        super(id);
    }

    @Override
    void share(SharedTexts texts) {
        super.share(texts);
        customerId = customerId == null ? null : texts.text(customerId);
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
