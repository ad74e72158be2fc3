package org.wordloom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of core, held by a test: who may use whom, and what the code may rest on. */
class HouseTest {
    /** The rooms of core from the ground up. A room uses those on lower floors, and its neighbours without a cycle. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("base"),
            List.of("text", "matrix", "vocab", "corpus"),
            List.of("tokenizer", "kernel", "cooccurrence", "blocks", "merge"),
            List.of("opencl"),
            List.of("objective", "architecture"),
            List.of("train", "model", "decomposition"),
            List.of("format", "search"),
            List.of("eval"));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wordloom");

    @Test
    void lowerFloorsNeverUseHigherOnes() {
        LayeredArchitecture house =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        List<String> below = new ArrayList<>();
        for (List<String> floor : FLOORS) {
            String name = String.join(", ", floor);
            house = house.layer(name).definedBy(packages(floor));
            house = below.isEmpty()
                    ? house.whereLayer(name).mayNotAccessAnyLayer()
                    : house.whereLayer(name).mayOnlyAccessLayers(below.toArray(String[]::new));
            below.add(name);
        }
        house.check(CORE);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching("org.wordloom.(*)..").should().beFreeOfCycles().check(CORE);
    }

    /** Text, cells and pairs share threads and devices; what is particular to cells or pairs stays in its own room. */
    @Test
    void trainingOnTextKnowsNeitherCellsNorPairs() {
        noClasses()
                .that()
                .resideInAPackage("org.wordloom.train")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wordloom.train.*")
                .check(CORE);
        slices().matching("org.wordloom.train.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CORE);
    }

    @Test
    void everyClassIsInAKnownRoom() {
        String[] rooms =
                FLOORS.stream().flatMap(floor -> Stream.of(packages(floor))).toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(CORE);
    }

    @Test
    void restsOnTheJdkIcuFastutilJacksonsStreamsAndAparapiOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.wordloom..",
                        "java..",
                        "jdk.incubator.vector..",
                        "com.ibm.icu..",
                        "it.unimi.dsi.fastutil..",
                        "com.fasterxml.jackson.core..",
                        "com.aparapi..",
                        "com.sun.management..")
                .check(CORE);
    }

    @Test
    void jsonIsAFormat() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wordloom.format..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(CORE);
    }

    @Test
    void vectorApiStaysInSimdClasses() {
        noClasses()
                .that(DescribedPredicate.not(mayUseTheVectorApi()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(CORE);
    }

    @Test
    void aparapiStaysBehindOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wordloom.opencl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.aparapi..", "com.sun.management..")
                .check(CORE);
    }

    @Test
    void coreHasNoMain() {
        noMethods()
                .that()
                .areStatic()
                .should()
                .haveName("main")
                .because("argument parsing lives in jobs")
                .check(CORE);
    }

    @Test
    void randomNumbersComeFromTheCounterBasedGenerator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.SplittableRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(CORE);
    }

    @Test
    void nothingIsReadByJavaSerialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CORE);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.wordloom..")
                .should()
                .notHaveName("readObject")
                .check(CORE);
    }

    private static String[] packages(List<String> floor) {
        return floor.stream().map(room -> "org.wordloom." + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> mayUseTheVectorApi() {
        return DescribedPredicate.describe("named Simd*", candidate -> {
            JavaClass outermost = candidate;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getSimpleName().startsWith("Simd");
        });
    }
}
