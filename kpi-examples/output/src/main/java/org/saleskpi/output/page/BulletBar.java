package org.saleskpi.output.page;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.TargetResult;

/** A bar of a number beside its target: a mark at each bound, and one where the number should be by now. */
final class BulletBar {

    private static final double HEIGHT = 12;
    private static final double INSET = 3;

    /** The largest of all ends before the end of the bar, so that its mark is seen. */
    private static final double ROOM = 1.08;

    private BulletBar() {}

    /** Draws a number and its target, which stand beside it as text; there is no bar of what is below zero. */
    static Optional<Svg> of(double number, TargetResult target) {
        TargetResult.Pace pace = target.pace();
        BigDecimal expected = pace == null ? null : pace.expected();
        double most = Stream.of(target.atLeast(), target.atMost(), expected)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .reduce(number, Math::max);
        if (number < 0 || most <= 0) {
            return Optional.empty();
        }
        double scale = 100 / (most * ROOM);
        Svg bar = Svg.of("svg")
                .withClass("bullet")
                .attr("width", "100%")
                .numberAttr("height", HEIGHT)
                .attr("aria-hidden", "true")
                .with(part("misses", 100, 0), part("hits", number * scale, INSET));
        mark(bar, "pace", expected, scale);
        mark(bar, "target", target.atLeast(), scale);
        mark(bar, "target", target.atMost(), scale);
        return Optional.of(bar);
    }

    private static Svg part(String name, double width, double inset) {
        return Svg.of("rect")
                .withClass(name)
                .attr("width", Svg.number(width) + "%")
                .numberAttr("y", inset)
                .numberAttr("height", HEIGHT - 2 * inset);
    }

    private static void mark(Svg bar, String name, @Nullable BigDecimal number, double scale) {
        if (number != null && number.signum() >= 0) {
            bar.with(Svg.of("rect")
                    .withClass(name)
                    .attr("x", Svg.number(number.doubleValue() * scale) + "%")
                    .numberAttr("width", 2.5)
                    .numberAttr("height", HEIGHT));
        }
    }
}
