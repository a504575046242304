package org.saleskpi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void tablesThatAreTooLargeForASheetSaySo() {
        Table rows = new Table("Days", "Periods", List.of("Period"), 1_048_574, row -> List.of());
        assertThat(rows.whyTooLarge())
                .isEqualTo("sheet Days would have 1048578 rows, and a workbook holds at most 1048576");
        List<String> headers =
                IntStream.range(0, 16_385).mapToObj(Integer::toString).toList();
        Table columns = new Table("Days", "Periods", headers, 1, row -> List.of());
        assertThat(columns.whyTooLarge())
                .isEqualTo("sheet Days would have 16385 columns, and a workbook holds at most 16384");
        assertThat(new Table("Days", "Periods", List.of("Period"), 1_000_000, row -> List.of()).whyTooLarge())
                .isNull();
    }
}
