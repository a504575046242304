package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole catalogue, and the pages that it stands on. */
class IndicatorCatalogueTest {

    @Test
    void eachIndicatorIsFoundByItsKey() {
        assertThat(IndicatorCatalogue.all())
                .hasSize(42)
                .allSatisfy(indicator -> assertThat(IndicatorCatalogue.find(indicator.key()))
                        .hasValueSatisfying(found -> assertThat(found).isSameAs(indicator)));
        assertThat(IndicatorCatalogue.find("calls-per-lunch")).isEmpty();
    }

    @Test
    void eachIndicatorStandsOnOnePage() {
        List<Indicator<?>> onPages = new ArrayList<>(SalesIndicators.all());
        onPages.addAll(ActivityIndicators.all());
        onPages.addAll(PipelineIndicators.all());
        onPages.addAll(CustomerIndicators.all());
        onPages.addAll(RecurringRevenueIndicators.all());
        assertThat(onPages).containsExactlyInAnyOrderElementsOf(IndicatorCatalogue.all());
    }
}
