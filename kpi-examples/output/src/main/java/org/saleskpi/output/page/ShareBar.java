package org.saleskpi.output.page;

import java.util.Optional;
import org.saleskpi.output.wording.Figure;

/** The three parts of a population as one bar, as wide as there is room: solid for hits, hatched for open cases, then misses. */
final class ShareBar {

    private static final int HEIGHT = 10;

    private ShareBar() {}

    /** Draws a rate of at least one case; the numbers stand beside it as text. Other figures have no shares. */
    static Optional<Svg> of(Figure figure) {
        Double rate = figure.value().toDouble();
        Figure.RateParts rateParts = figure.rateParts();
        if (rate == null || rateParts == null || rateParts.ceiling() == null) {
            return Optional.empty();
        }
        double hits = 100 * rate;
        double open = figure.isOpen() ? 100 * rateParts.ceiling() - hits : 0;
        return Optional.of(Svg.of("svg")
                .withClass("share")
                .attr("width", "100%")
                .numberAttr("height", HEIGHT)
                .attr("aria-hidden", "true")
                .with(
                        part("misses", 0, 100),
                        part("open", hits, open).attr("fill", "url(#hatched)"),
                        part("hits", 0, hits)));
    }

    private static Svg part(String name, double from, double width) {
        return Svg.of("rect")
                .withClass(name)
                .attr("x", Svg.number(from) + "%")
                .attr("width", Svg.number(width) + "%")
                .numberAttr("height", HEIGHT);
    }
}
