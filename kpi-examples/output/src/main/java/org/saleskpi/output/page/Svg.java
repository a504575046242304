package org.saleskpi.output.page;

import j2html.tags.ContainerTag;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An element of a drawing. Drawings are laid out in units of about one pixel. */
final class Svg extends ContainerTag<Svg> {

    private static final double THIN_LETTER = 4.2;
    private static final double NARROW_LETTER = 7.7;
    private static final double WIDE_LETTER = 12;

    private Svg(String name) {
        super(name);
    }

    static Svg of(String name) {
        return new Svg(name);
    }

    /** A drawing that stands for an image: readers that cannot see it are told its title and its description. */
    static Svg image(String id, double width, double height, String title, String description) {
        return of("svg")
                .attr("viewBox", "0 0 " + number(width) + " " + number(height))
                .attr("role", "img")
                .attr("aria-labelledby", id + "-t")
                .attr("aria-describedby", id + "-d")
                .with(
                        of("title").withId(id + "-t").withText(title),
                        of("desc").withId(id + "-d").withText(description));
    }

    static Svg line(double x1, double y1, double x2, double y2) {
        return of("line")
                .numberAttr("x1", x1)
                .numberAttr("y1", y1)
                .numberAttr("x2", x2)
                .numberAttr("y2", y2);
    }

    static Svg rectangle(double x, double y, double width, double height) {
        return of("rect")
                .numberAttr("x", x)
                .numberAttr("y", y)
                .numberAttr("width", width)
                .numberAttr("height", height);
    }

    static Svg circle(double x, double y, double radius) {
        return of("circle").numberAttr("cx", x).numberAttr("cy", y).numberAttr("r", radius);
    }

    static Svg label(double x, double y, String anchor, String text) {
        return of("text")
                .numberAttr("x", x)
                .numberAttr("y", y)
                .attr("text-anchor", anchor)
                .withText(text);
    }

    Svg numberAttr(String attribute, double position) {
        return attr(attribute, number(position));
    }

    /** A tenth of a unit is finer than any screen shows. */
    static String number(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** About how wide a text is: which font will show it is not known, so this is on the safe side. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Svg::width).sum();
    }

    private static double width(int letter) {
        if (letter >= 0x1100 && !Character.isSpaceChar(letter) && letter != '−' && letter != '–' && letter != '€') {
            return WIDE_LETTER;
        }
        return " .,:;'|!ijlft\u00A0\u202F".indexOf(letter) >= 0
                ? THIN_LETTER
                : "%mwMW@".indexOf(letter) >= 0 ? WIDE_LETTER : NARROW_LETTER;
    }

    /** As much of a text as fits. */
    static String shortened(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int length = letters.length;
        while (length > 0 && width(new String(letters, 0, length)) + NARROW_LETTER > width) {
            length--;
        }
        return new String(letters, 0, length).stripTrailing() + "…";
    }
}
