package org.saleskpi.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rooms of the intake, and the arrows between them. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(
                    ImportedRecords.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void arrowsPointDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("drafts")
                .definedBy("org.saleskpi.intake.draft")
                .layer("mappings")
                .definedBy("org.saleskpi.intake.mapping")
                .layer("csv folder")
                .definedBy("org.saleskpi.intake.csv")
                .layer("record")
                .definedBy("org.saleskpi.intake.record")
                .layer("table")
                .definedBy("org.saleskpi.intake.table")
                .layer("yield")
                .definedBy("org.saleskpi.intake")
                .whereLayer("drafts")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("mappings")
                .mayOnlyBeAccessedByLayers("drafts")
                .whereLayer("csv folder")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("record")
                .mayOnlyBeAccessedByLayers("drafts", "mappings", "csv folder")
                .whereLayer("table")
                .mayOnlyBeAccessedByLayers("drafts", "mappings", "csv folder", "record")
                .whereLayer("yield")
                .mayOnlyBeAccessedByLayers("drafts", "mappings", "csv folder", "record", "table")
                .check(MODULE);
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("org.saleskpi.intake.(*)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void everyClassHasARoom() {
        classes()
                .should()
                .resideInAnyPackage(
                        "org.saleskpi.intake.draft",
                        "org.saleskpi.intake.mapping",
                        "org.saleskpi.intake.csv",
                        "org.saleskpi.intake.record",
                        "org.saleskpi.intake.table",
                        "org.saleskpi.intake")
                .check(MODULE);
    }
}
