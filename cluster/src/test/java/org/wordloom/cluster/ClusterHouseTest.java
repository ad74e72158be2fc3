package org.wordloom.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The shape of the cluster module: no entry points, no command line, no way back from core. */
class ClusterHouseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wordloom");

    @Test
    void hasNoMain() {
        check(noMethods().that().areStatic().should().haveName("main"));
    }

    @Test
    void parsesNoArgumentsAndReadsNoConfiguration() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("picocli..", "com.typesafe.."));
    }

    @Test
    void coreDoesNotKnowTheCluster() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.wordloom.cluster..", "org.wordloom.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wordloom.cluster..", "org.wordloom.jobs..", "org.apache..", "scala.."));
    }

    @Test
    void packagesOfTheClusterHaveNoCycles() {
        check(slices().matching("org.wordloom.cluster.(*)..").should().beFreeOfCycles());
    }

    @Test
    void clusterDoesNotKnowTheJobs() {
        check(noClasses()
                .that()
                .resideInAPackage("org.wordloom.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.wordloom.jobs.."));
    }

    /** The module may still be empty of classes when the rule runs. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
