package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;

/** Which groupings are kept, and what stands for several. */
class GroupingsTest {

    private final Groupings groupings = new Groupings(
            SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                    .add(Call.builder("k", Instant.EPOCH)
                            .attribute("region", "north")
                            .build())
                    .build(),
            new ReferenceQueue<>());

    private Groups by(Dimension... dimensions) {
        return groupings.groups(ImmutableList.copyOf(dimensions), Grouping.BY_OWN_KEYS);
    }

    private final List<Dimension> teams = IntStream.rangeClosed(0, Groupings.MOST)
            .mapToObj(number -> Dimension.derived("team-" + number, Dimension.OWNER, owner -> owner))
            .toList();

    @Test
    void aGroupingIsKeptForEqualDimensionsInTheirOrder() {
        Dimension region = Dimension.attribute("region");
        Groups groups = by(Dimension.OWNER, region);
        assertThat(by(Dimension.OWNER, Dimension.attribute("region"))).isSameAs(groups);
        assertThat(by(region, Dimension.OWNER)).isNotSameAs(groups);
        assertThat(groupings.groups(ImmutableList.of(Dimension.OWNER, region), Grouping.BY_KEYS_OF_CUSTOMER))
                .isNotSameAs(groups);
    }

    @Test
    void withoutDimensionsThereIsOneGroupByWhoseverKeys() {
        assertThat(groupings.groups(ImmutableList.of(), Grouping.BY_KEYS_OF_CUSTOMER))
                .isSameAs(by());
    }

    @Test
    void groupingsShareTheKeysOfADimension() {
        Groups byOwner = by(Dimension.OWNER);
        Groups byBoth = by(Dimension.attribute("region"), Dimension.OWNER);
        assertThat(byBoth.keys().get(1)).isSameAs(byOwner.keys().get(0)).isSameAs(groupings.keys(Dimension.OWNER));
    }

    @Test
    void attributesThatNoRecordHasAreOneGrouping() {
        assertThat(by(Dimension.attribute("size"))).isSameAs(by(Dimension.attribute("colour")));
        assertThat(by(Dimension.attribute("size"))).isNotSameAs(by(Dimension.attribute("region")));
    }

    @Test
    void thatWhichWasNotAskedAboutForTheLongestTimeGoesWhenThereAreTooMany() {
        Groups first = by(teams.get(0));
        Groups second = by(teams.get(1));
        for (int i = 2; i < Groupings.MOST; i++) {
            by(teams.get(i));
        }
        assertThat(by(teams.get(0))).isSameAs(first);
        by(teams.get(Groupings.MOST));
        assertThat(by(teams.get(0))).isSameAs(first);
        assertThat(by(teams.get(1))).isNotSameAs(second);
    }
}
