package org.saleskpi.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The command is thin: it reads options, and leaves files and formats to its libraries. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theCommandNeitherReadsNorWritesAnyFormatItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.siegmar..", "j2html..", "org.apache.poi..", "org.dhatim..", "tools.jackson..")
                .check(MODULE);
    }

    @Test
    void theCommandKnowsOnlyWhatItsLibrariesExport() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.saleskpi.intake.record..", "org.saleskpi.intake.table..", "org.saleskpi.engine..")
                .check(MODULE);
    }
}
