package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;

/** What formulas are about. */
final class Formulas {

    private Formulas() {}

    /** The populations that a formula is about; none for a balance. */
    static List<Population<?>> populations(Formula<?> formula) {
        if (formula instanceof Formula.Counted<?> counted) {
            return List.of(counted.population());
        }
        if (formula instanceof Formula.Summed<?> summed) {
            return List.of(summed.population());
        }
        if (formula instanceof Formula.Averaged<?> averaged) {
            return List.of(averaged.population());
        }
        if (formula instanceof Formula.Timed<?> timed) {
            return List.of(timed.population());
        }
        if (formula instanceof Formula.Split<?> split) {
            return List.of(split.population());
        }
        return formula instanceof Formula.Divided<?, ?> divided
                ? List.of(divided.dividend(), divided.divisor())
                : List.of();
    }
}
