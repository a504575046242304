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
    void namesOfSheetsAreValidAndUnique(@ForAll("wantedNames") List<String> wantedNames) {
        List<String> names = SheetNames.ofSheets(wantedNames);
        assertThat(names).hasSameSizeAs(wantedNames);
        names.forEach(WorkbookUtil::validateSheetName);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    @Property
    void headingsAreUniqueAndShortEnough(@ForAll("wantedNames") List<String> wantedNames) {
        List<String> names = SheetNames.ofColumns(wantedNames);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(names).allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(255));
    }

    @Provide
    Arbitrary<List<String>> wantedNames() {
        return Arbitraries.strings()
                .withChars("aA'[]*?/\\: ")
                .withChars('é', '\uD83D', '\uDE00', '(')
                .ofMaxLength(40)
                .list()
                .ofMaxSize(12);
    }
}
