package org.saleskpi.output;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rooms of the output, and the arrows between them. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(ReportWriter.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void arrowsPointDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("page")
                .definedBy("org.saleskpi.output.page")
                .layer("formats")
                .definedBy("org.saleskpi.output")
                .layer("wording")
                .definedBy("org.saleskpi.output.wording")
                .layer("disk")
                .definedBy("org.saleskpi.output.disk")
                .whereLayer("page")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("formats")
                .mayOnlyBeAccessedByLayers("page")
                .whereLayer("wording")
                .mayOnlyBeAccessedByLayers("page", "formats")
                .whereLayer("disk")
                .mayOnlyBeAccessedByLayers("formats")
                .check(MODULE);
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("org.saleskpi.output.(*)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void everyClassHasARoom() {
        classes()
                .should()
                .resideInAnyPackage(
                        "org.saleskpi.output.page",
                        "org.saleskpi.output",
                        "org.saleskpi.output.wording",
                        "org.saleskpi.output.disk")
                .check(MODULE);
    }
}
