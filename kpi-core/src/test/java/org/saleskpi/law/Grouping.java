package org.saleskpi.law;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesRecord;

/** What the generated records can be grouped by, told apart here without the library's help. */
enum Grouping {
    OWNER,
    REGION,
    PRODUCT,
    /** Derived from the owner, of whom some are in no team. */
    TEAM,
    /** Computed from a contract, of which some have no size. */
    SIZE,
    /** Computed from a customer's journey, which is another one in a view. */
    STAGE;

    private static final Dimension TEAM_OF_OWNER = Dimension.derived("team", Dimension.OWNER, Grouping::team);
    private static final Dimension SIZE_OF_CONTRACT = Dimension.of("size", Contract.class, Grouping::size);
    private static final Dimension STAGE_OF_JOURNEY =
            Dimension.of("stage", CustomerJourney.class, journey -> stage(journey.isWon()));

    Dimension dimension() {
        return switch (this) {
            case OWNER -> Dimension.OWNER;
            case REGION, PRODUCT -> Dimension.attribute(name().toLowerCase(Locale.ROOT));
            case TEAM -> TEAM_OF_OWNER;
            case SIZE -> SIZE_OF_CONTRACT;
            case STAGE -> STAGE_OF_JOURNEY;
        };
    }

    private static @Nullable String team(String owner) {
        return switch (owner.codePointAt(0)) {
            case 'a' -> "north";
            case 'B' -> null;
            default -> "south";
        };
    }

    private static @Nullable String size(Contract contract) {
        long amount = contract.amount().getAmountMinorLong();
        return amount % 3 == 0 ? null : amount % 3 == 1 ? "odd" : "even";
    }

    static String stage(boolean isWon) {
        return isWon ? "customer" : "prospect";
    }

    /** The key that a record has of its own, but for {@link #STAGE}, which depends on what else is known. */
    @Nullable
    String ownKeyOf(SalesRecord record) {
        return switch (this) {
            case OWNER, TEAM -> record.owner();
            case REGION -> record.attributes().get("region");
            case PRODUCT -> record.attributes().get("product");
            case SIZE -> record instanceof Contract contract ? size(contract) : null;
            case STAGE -> null;
        };
    }

    /** The key that a record's own or its customer's stands for. */
    @Nullable
    String derive(@Nullable String key) {
        return this == TEAM && key != null ? team(key) : key;
    }
}
