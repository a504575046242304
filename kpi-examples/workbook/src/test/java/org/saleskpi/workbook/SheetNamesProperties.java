package org.saleskpi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.util.WorkbookUtil;

final class SheetNamesProperties {

    @Property
    void namesOfSheetsAreValidAndUnique(@ForAll("wishes") List<String> wishes) {
        List<String> names = SheetNames.ofSheets(wishes);
        assertThat(names).hasSameSizeAs(wishes);
        names.forEach(WorkbookUtil::validateSheetName);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    @Property
    void headingsAreUniqueAndShortEnough(@ForAll("wishes") List<String> wishes) {
        List<String> names = SheetNames.ofColumns(wishes);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(names).allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(255));
    }

    @Provide
    Arbitrary<List<String>> wishes() {
        return Arbitraries.strings()
                .withChars("aA'[]*?/\\: ")
                .withChars('é', '\uD83D', '\uDE00', '(')
                .ofMaxLength(40)
                .list()
                .ofMaxSize(12);
    }
}
