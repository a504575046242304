package org.saleskpi.jackson;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rooms of the module, and the arrows between them. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(KpiModule.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void arrowsPointDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("module")
                .definedBy("org.saleskpi.jackson")
                .layer("form")
                .definedBy("org.saleskpi.jackson.form")
                .whereLayer("module")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("form")
                .mayOnlyBeAccessedByLayers("module")
                .check(MODULE);
    }

    @Test
    void everyClassHasARoom() {
        classes()
                .should()
                .resideInAnyPackage("org.saleskpi.jackson", "org.saleskpi.jackson.form")
                .check(MODULE);
    }
}
