package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {

    @Test
    void everyKindOfValueIsWritten() throws IOException {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("text", "é \"\n");
        document.put("count", 3);
        document.put("large", 5_000_000_000L);
        document.put("flag", true);
        document.put("nothing", null);
        document.put("list", List.of("a", Map.of("b", 1), List.of()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonDocument.write(document, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "text" : "é \\"\\n",
                  "count" : 3,
                  "large" : 5000000000,
                  "flag" : true,
                  "nothing" : null,
                  "list" : [ "a", {
                    "b" : 1
                  }, [ ] ]
                }
                """);
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> JsonDocument.write(Map.of("a", 1.5), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A JSON document holds a Double, expected a map, a list, a text, a whole number or a truth value");
    }
}
