package org.saleskpi.output.page;

import static j2html.TagCreator.li;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.specialized.LiTag;
import j2html.tags.specialized.UlTag;
import org.saleskpi.output.wording.Wording;

/** What the shapes of the drawings mean, with a sample of each. */
final class Legend {

    private static final double WIDTH = 30;
    private static final double HEIGHT = 12;

    private final Wording wording;

    Legend(Wording wording) {
        this.wording = wording;
    }

    UlTag shares() {
        return list(
                entry(box("hits"), wording.say("legend.hits")),
                entry(box("open").attr("fill", "url(#hatched)"), wording.say("legend.open")),
                entry(box("misses"), wording.say("legend.misses")));
    }

    /** The shapes of line charts; of those that have rates, a period that is not whole, and a focus, only if there are any. */
    UlTag lines(String now, String before, boolean hasOpen, boolean hasPartial, String focus) {
        UlTag list = list(entry(line("now"), now));
        if (!before.isEmpty()) {
            list.with(entry(line("before"), before));
        }
        if (hasOpen) {
            list.with(entry(box("band"), wording.say("legend.ceiling")));
        }
        if (hasPartial) {
            list.with(entry(
                    Svg.of("g")
                            .withClass("now-marks")
                            .with(Svg.circle(WIDTH / 2, HEIGHT / 2, 3).withClass("partial")),
                    wording.say("legend.partial")));
        }
        if (!focus.isEmpty()) {
            list.with(entry(box("focus"), focus));
        }
        return list;
    }

    private static UlTag list(LiTag... entries) {
        return ul(entries).withClass("legend");
    }

    private static LiTag entry(Svg shape, String meaning) {
        return li(
                Svg.of("svg")
                        .attr("viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT))
                        .numberAttr("width", WIDTH)
                        .numberAttr("height", HEIGHT)
                        .attr("aria-hidden", "true")
                        .with(shape),
                text(meaning));
    }

    private static Svg box(String name) {
        return Svg.rectangle(0, 0, WIDTH, HEIGHT).withClass(name);
    }

    private static Svg line(String name) {
        double middle = HEIGHT / 2;
        return Svg.of("g")
                .with(
                        Svg.line(0, middle, WIDTH, middle).withClass(name),
                        Svg.of("g").withClass(name + "-marks").with(Svg.circle(WIDTH / 2, middle, 3)));
    }
}
