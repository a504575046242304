package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

    @Test
    void textsThatNeverRepeatTakeNoRoom() {
        SharedTexts texts = new SharedTexts();
        String customer = texts.customer("c-1");
        Set<String> given = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 300_000; i++) {
            String text = "note " + i;
            given.add(text);
            assertThat(texts.text(text)).isSameAs(text);
        }

        assertThat(texts.text(new String("c-1"))).isSameAs(customer);
        assertThat(texts.customer(new String("c-1"))).isSameAs(customer);
        assertThat(texts.knownCustomer(new String("c-1"))).containsSame(customer);
        assertThat(texts.knownCustomer("note 1")).isEmpty();
        assertThat(IntStream.range(0, 300_000).filter(i -> given.contains(texts.text("note " + i))))
                .as("texts that are still there")
                .hasSizeLessThanOrEqualTo(1 << 16);
    }

    @Test
    void theIdOfACustomerStandsForTheTextThatCameBefore() {
        SharedTexts texts = new SharedTexts();
        String before = texts.text(new String("c-1"));
        String customer = texts.customer(new String("c-1"));

        assertThat(customer).isNotSameAs(before);
        assertThat(texts.text(new String("c-1"))).isSameAs(customer);
    }

    @Test
    void equalAttributesAreOneMap() {
        SharedTexts texts = new SharedTexts();
        Map<String, String> first = texts.attributes(Map.of("a", "1"));
        Map<String, String> second = texts.attributes(Map.of("a", "2"));

        assertThat(first).isEqualTo(Map.of("a", "1")).isSameAs(texts.attributes(Map.of("a", "1")));
        assertThat(second).isEqualTo(Map.of("a", "2")).isSameAs(texts.attributes(Map.of("a", "2")));
    }
}
