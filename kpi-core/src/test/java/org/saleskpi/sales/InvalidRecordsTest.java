package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What is wrong with records can be sent to where somebody reads it. */
class InvalidRecordsTest {

    @Test
    void theProblemOfARecordSurvivesSerialization() throws Exception {
        InvalidRecordException thrown = catchThrowableOfType(
                InvalidRecordException.class,
                () -> Survey.builder("v-1", Instant.EPOCH, Survey.Scale.NPS, 11)
                        .origin("surveys.csv:12")
                        .build());
        InvalidRecordException read = sent(thrown);
        assertThat(read.problem()).isEqualTo(thrown.problem());
        assertThat(read.problem().origin()).isEqualTo("surveys.csv:12");
        assertThat(read).hasMessage(thrown.getMessage());
    }

    @Test
    void theProblemsOfAHistorySurviveSerialization() throws Exception {
        InvalidHistoryException thrown = catchThrowableOfType(
                InvalidHistoryException.class,
                () -> SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR)
                        .calls(List.of(
                                Call.builder("k-1", Instant.EPOCH)
                                        .customer("c-1")
                                        .build(),
                                Call.builder("k-2", Instant.EPOCH)
                                        .customer("c-2")
                                        .build()))
                        .build());
        InvalidHistoryException read = sent(thrown);
        assertThat(read.problems()).isEqualTo(thrown.problems()).hasSize(2);
        assertThat(read).hasMessage(thrown.getMessage());
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what is read here was written here
    private static <T> T sent(T thing) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
