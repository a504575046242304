package org.saleskpi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the library, and the arrows between them. */
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.saleskpi");

    @Test
    void arrowsPointDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("front door")
                .definedBy("org.saleskpi")
                .layer("engine")
                .definedBy("org.saleskpi.engine")
                .layer("analysis")
                .definedBy("org.saleskpi.analysis")
                .layer("report")
                .definedBy("org.saleskpi.report")
                .layer("indicator")
                .definedBy("org.saleskpi.indicator")
                .layer("sales")
                .definedBy("org.saleskpi.sales")
                .layer("time")
                .definedBy("org.saleskpi.time")
                .layer("value")
                .definedBy("org.saleskpi.value")
                .layer("order")
                .definedBy("org.saleskpi.order")
                .layer("words")
                .definedBy("org.saleskpi.words")
                .layer("bytes")
                .definedBy("org.saleskpi.bytes")
                .layer("check")
                .definedBy("org.saleskpi.check")
                .layer("work")
                .definedBy("org.saleskpi.work")
                .whereLayer("front door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("front door")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("front door", "engine")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("front door", "engine", "analysis")
                .whereLayer("indicator")
                .mayOnlyBeAccessedByLayers("front door", "engine", "analysis", "report")
                .whereLayer("sales")
                .mayOnlyBeAccessedByLayers("front door", "engine", "analysis", "report", "indicator")
                .whereLayer("time")
                .mayOnlyBeAccessedByLayers("front door", "engine", "analysis", "report", "indicator", "sales")
                .whereLayer("order")
                .mayOnlyBeAccessedByLayers("engine", "report", "indicator", "sales")
                .whereLayer("work")
                .mayOnlyBeAccessedByLayers("front door", "engine", "sales")
                .whereLayer("words")
                .mayOnlyBeAccessedByLayers("analysis", "indicator")
                .whereLayer("bytes")
                .mayOnlyBeAccessedByLayers("analysis", "report")
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers(
                        "front door", "engine", "analysis", "report", "indicator", "sales", "time", "value")
                .whereLayer("value")
                .mayOnlyBeAccessedByLayers(
                        "front door", "engine", "analysis", "report", "indicator", "sales", "time", "bytes")
                .check(CORE);
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("org.saleskpi.(*)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void everyClassHasARoom() {
        classes()
                .should()
                .resideInAnyPackage(
                        "org.saleskpi",
                        "org.saleskpi.engine",
                        "org.saleskpi.analysis",
                        "org.saleskpi.report",
                        "org.saleskpi.indicator",
                        "org.saleskpi.sales",
                        "org.saleskpi.time",
                        "org.saleskpi.value",
                        "org.saleskpi.order",
                        "org.saleskpi.check",
                        "org.saleskpi.words",
                        "org.saleskpi.bytes",
                        "org.saleskpi.work")
                .check(CORE);
    }

    @Test
    void noPublicSignatureNamesAGuavaType() {
        assertThat(exportedMembers()).hasSizeGreaterThan(100);
        assertThat(exportedMembers().filter(member -> rawTypes(member).anyMatch(ArchitectureTest::isGuava)))
                .isEmpty();
    }

    private static Stream<JavaMember> exportedMembers() {
        return CORE.stream()
                .filter(type -> !Set.of(
                                "org.saleskpi.engine",
                                "org.saleskpi.order",
                                "org.saleskpi.check",
                                "org.saleskpi.words",
                                "org.saleskpi.bytes",
                                "org.saleskpi.work")
                        .contains(type.getPackageName()))
                .filter(ArchitectureTest::isReachable)
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static boolean isReachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isReachable).orElse(true);
    }

    private static Stream<JavaClass> rawTypes(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit codeUnit = (JavaCodeUnit) member;
        return Stream.concat(Stream.of(codeUnit.getReturnType()), codeUnit.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream);
    }

    private static boolean isGuava(JavaClass type) {
        return type.getPackageName().startsWith("com.google.common");
    }

    @Test
    void theCoreKnowsNothingOfFilesNetworksThreadPoolsOrLogs() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "do input, output, logging or threads",
                        type -> type.getPackageName().startsWith("java.nio.file")
                                || type.getPackageName().startsWith("java.net")
                                || type.getPackageName().startsWith("java.util.logging")
                                || type.getName().equals("java.lang.System$Logger")
                                // What runs tasks is given by whoever wants that.
                                || (type.getName().startsWith("java.util.concurrent.Executor")
                                        && !type.getName().equals("java.util.concurrent.Executor"))
                                || type.getName().startsWith("java.util.concurrent.ForkJoin")))
                .check(CORE);
    }
}
