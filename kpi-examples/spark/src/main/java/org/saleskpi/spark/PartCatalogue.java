package org.saleskpi.spark;

import java.io.Serializable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;

/**
 * Which indicators the parts of a cluster's data answer. It travels to where the parts are, and is asked there: for indicators of
 * your own, name the constants that hold them.
 *
 * <pre>{@code
 * PartCatalogue withPipeline = standard -> standard.add(PipelineIndicators.PIPELINE);
 * }</pre>
 */
@FunctionalInterface
public interface PartCatalogue extends Serializable {

    /** The eighteen indicators of the standard catalogue. */
    PartCatalogue STANDARD = standard -> standard;

    /** The whole catalogue, the wider one included. */
    PartCatalogue WHOLE = standard -> standard.add(IndicatorCatalogue.all().stream()
            .filter(indicator -> !SalesIndicators.all().contains(indicator))
            .toArray(Indicator<?>[]::new));

    /**
     * Chooses the indicators.
     *
     * @param standard a builder that has the standard catalogue
     * @return the builder with the indicators to answer
     */
    KpiCalculator.Builder choose(KpiCalculator.Builder standard);
}
