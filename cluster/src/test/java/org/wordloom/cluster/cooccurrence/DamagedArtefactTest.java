package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.CellsIndex;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.format.CellsIndexFormat;

/** What is wrong with an artefact is said with the file and the place, before anybody trains on it. */
@ExtendWith(LocalSpark.class)
class DamagedArtefactTest {
    private final SplittableRandom random = Seeds.random(DamagedArtefactTest.class);

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void count(JavaSparkContext spark) throws IOException {
        output = artefact(spark, "out", 4);
    }

    @Test
    void soundOneIsAccepted() {
        CooccurrenceFolder sound = open();
        sound.verify();
        assertThat(Artefacts.cells(sound)).hasSize((int) sound.entries());
    }

    @Test
    void changedCellsAreNoticedWhereTheyAre() throws IOException {
        Path file = output.resolve("cells/00003.cells");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        CooccurrenceFolder damaged = open();
        refused(() -> Artefacts.cells(damaged), "cells/00003.cells", "byte ", "checksum");
        refused(damaged::verify, "cells/00003.cells", "checksum");
    }

    /** Of every block pair, also of those on the diagonal and below, which are made of the half that is kept. */
    @Test
    void cellsMustBeAsManyAsTheIndexSays() throws IOException {
        CooccurrenceFolder sound = open();
        CellsIndex index = index();
        for (int more : new int[] {-1, 1}) {
            CellsIndex changed = new CellsIndex(index.buckets());
            for (int bucket = 0; bucket < index.buckets().count(); bucket++) {
                changed.set(bucket, index.offset(bucket), index.length(bucket), index.entries(bucket) + more);
            }
            CooccurrenceCells cells =
                    new CooccurrenceCells(Storage.local(), output.toString(), sound.partition(), changed);
            for (int i = 0; i < sound.blocks(); i++) {
                for (int j = 0; j < sound.blocks(); j++) {
                    BlockVisit visit = new BlockVisit(0, i, j);
                    refused(
                            () -> cells.cells(visit.rowBlock(), visit.columnBlock()),
                            sound.entries(i, j) + " cells of row block " + i + " and column block " + j,
                            "its index says " + (sound.entries(i, j) + more));
                }
            }
        }
    }

    private CellsIndex index() throws IOException {
        Path file = output.resolve("cells.index");
        try (InputStream in = Files.newInputStream(file)) {
            return CellsIndexFormat.read(in, file.toString(), Files.size(file));
        }
    }

    @Test
    void truncatedAndMissingCellsAreRefused() throws IOException {
        Path file = output.resolve("cells/00002.cells");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        refused(this::open, "cells/00002.cells", (bytes.length - 1) + " bytes", "" + bytes.length);
        Files.delete(file);
        refused(this::open, "cells/00002.cells", "missing");
    }

    @Test
    void everySmallFileIsGuarded() throws IOException {
        for (String name : new String[] {"cells.index", "sums.bin", "vocab.tsv", "cooccurrence.json"}) {
            Path file = output.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            Files.write(file, bytes);
            refused(() -> open().verify(), name);
            Files.write(file, sound);
        }
        open().verify();
    }

    @Test
    void filesOfAnotherArtefactAreRefused(JavaSparkContext spark) throws IOException {
        Path other = artefact(spark, "other", 4);
        for (String name : new String[] {"sums.bin", "vocab.tsv", "cells.index"}) {
            Path mixed = copy(output, folder.resolve("mixed-" + name));
            Files.copy(other.resolve(name), mixed.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    mixed.resolve("MANIFEST"),
                    entry(
                            Files.readString(output.resolve("MANIFEST")),
                            Files.readString(other.resolve("MANIFEST")),
                            name));
            refused(() -> CooccurrenceFolder.open(Storage.local(), mixed.toString()), name);
        }
    }

    @Test
    void otherFoldersAreNoArtefacts() throws IOException {
        refused(() -> CooccurrenceFolder.open(Storage.local(), folder.toString()), "MANIFEST");
        Files.delete(output.resolve("cooccurrence.json"));
        refused(this::open, "cooccurrence.json", "missing");
    }

    /** A manifest whose entry of one file is that of another manifest. */
    private static String entry(String manifest, String other, String name) {
        String pattern = "(?s)\"" + name.replace(".", "\\.") + "\" : \\{.*?\\}";
        String replacement = Pattern.compile(pattern)
                .matcher(other)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        return manifest.replaceFirst(pattern, replacement);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    private Path artefact(JavaSparkContext spark, String name, int blocks) throws IOException {
        Path text = Texts.write(folder.resolve(name + ".txt"), Texts.random(random, 300));
        Artefacts.count(
                spark,
                Artefacts.corpus(1 << 12, text),
                CooccurrencePlan.of(CooccurrenceOptions.defaults(), blocks),
                folder.resolve(name));
        return folder.resolve(name);
    }

    private CooccurrenceFolder open() {
        return CooccurrenceFolder.open(Storage.local(), output.toString());
    }

    private static void refused(Runnable action, String... parts) {
        assertThatThrownBy(action::run)
                .isInstanceOf(WordloomException.class)
                .hasMessageContainingAll(parts)
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.FORMAT);
    }
}
