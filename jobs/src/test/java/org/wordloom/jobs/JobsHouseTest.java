package org.wordloom.jobs;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The shape of the jobs module: its packages use each other one way only. */
class JobsHouseTest {
    private static final JavaClasses JOBS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wordloom.jobs");

    @Test
    void packagesOfTheJobsHaveNoCycles() {
        assertThat(JOBS.size()).isGreaterThan(100);
        slices().matching("org.wordloom.jobs.(*)..").should().beFreeOfCycles().check(JOBS);
    }
}
