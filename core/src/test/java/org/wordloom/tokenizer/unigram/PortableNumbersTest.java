package org.wordloom.tokenizer.unigram;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What is learned and drawn is the same on every machine and every JVM. */
class PortableNumbersTest {
    @Test
    void noNumberIsRoundedAsACpuOrALibraryLikes() {
        for (String function : List.of("log", "log10", "log1p", "exp", "expm1")) {
            check(Math.class, function, double.class);
        }
        check(Math.class, "pow", double.class, double.class);
        check(DoubleStream.class, "sum");
    }

    private static void check(Class<?> owner, String function, Class<?>... parameters) {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Test|Reference).*")
                .should()
                .callMethod(owner, function, parameters)
                .because("StrictMath, and sums in order, give the same bits everywhere")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.wordloom.tokenizer.unigram"));
    }
}
