package org.saleskpi.law;

import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesRecord;

/** What the generated records can be grouped by, told apart here without the library's help. */
enum Grouping {
    OWNER,
    REGION,
    PRODUCT;

    Dimension dimension() {
        return this == OWNER ? Dimension.OWNER : Dimension.attribute(this == REGION ? "region" : "product");
    }

    @Nullable
    String ownKeyOf(SalesRecord record) {
        return switch (this) {
            case OWNER -> record.owner();
            case REGION -> record.attributes().get("region");
            case PRODUCT -> record.attributes().get("product");
        };
    }
}
