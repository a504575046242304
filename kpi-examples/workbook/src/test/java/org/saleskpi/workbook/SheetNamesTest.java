package org.saleskpi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SheetNamesTest {

    @Test
    void namesLoseWhatSpreadsheetsDoNotTake() {
        assertThat(SheetNames.ofSheets(List.of("By a/b:c,d", "'quoted'", "", "History", "history")))
                .containsExactly("By a b c d", " quoted ", "-", "History (2)", "history (3)");
    }

    @Test
    void longNamesAreCutAndStayApart() {
        String name = "By an attribute with a very long name";
        assertThat(SheetNames.ofSheets(List.of(name, name)))
                .containsExactly("By an attribute with a very lo…", "By an attribute with a very (2)");
    }
}
