package org.saleskpi.workbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What of the workbook's module others see. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(
                    WorkbookReport.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void onlyTheWriterIsPublic() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .be(WorkbookReport.class)
                .check(MODULE);
    }
}
