package org.wordloom.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The shape of the cluster module: no entry points, no command line, no way back from core. (Nothing of jobs is on its
 * class path.)
 */
class ClusterHouseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wordloom");

    @Test
    void hasNoMain() {
        noMethods().that().areStatic().should().haveName("main").check(CLASSES);
    }

    @Test
    void parsesNoArgumentsAndReadsNoConfiguration() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "com.typesafe..")
                .check(CLASSES);
    }

    @Test
    void coreDoesNotKnowTheCluster() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wordloom.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wordloom.cluster..", "org.apache..", "scala..")
                .check(CLASSES);
    }

    @Test
    void packagesOfTheClusterHaveNoCycles() {
        slices().matching("org.wordloom.cluster.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** The rules hold for nothing, if nothing was found. */
    @Test
    void looksAtCoreAndAtTheCluster() {
        long cluster = CLASSES.stream()
                .filter(found -> found.getPackageName().startsWith("org.wordloom.cluster"))
                .count();
        assertThat(cluster).isGreaterThan(200);
        assertThat(CLASSES.size() - cluster).isGreaterThan(500);
    }
}
