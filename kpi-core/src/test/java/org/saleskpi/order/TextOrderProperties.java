package org.saleskpi.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextOrderProperties {

    /** Around the surrogates, where UTF-16 units and code points disagree, and on both sides of it. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b", "\u00E9", "\uD7FF", "\uE000", "\uFF5E", "\uFFFF", "\uD800\uDC00", "\uD83D\uDE00")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    @Property
    void textsAreInTheOrderOfTheirCodePoints(@ForAll("texts") String left, @ForAll("texts") String right) {
        int expected =
                Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

        assertThat(Integer.signum(TextOrder.BY_CODE_POINTS.compare(left, right)))
                .isEqualTo(Integer.signum(expected));
    }
}
