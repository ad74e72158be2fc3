package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.InputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.CellMasses;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyChecksum;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.CellsIndex;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.PairSums;
import org.wordloom.cooccurrence.WeightUnits;
import org.wordloom.format.CellsIndexFormat;
import org.wordloom.format.PairSumsFormat;
import org.wordloom.format.VocabularyTsv;
import org.wordloom.vocab.Vocabulary;

/**
 * A co-occurrence artefact, opened for reading after its parts were compared with its manifest and with each other. Stays
 * on the driver; tasks get {@link #storedCells}. Needs no Spark.
 */
public final class CooccurrenceFolder {
    static final String HEADER = "cooccurrence.json";
    static final String VOCABULARY = "vocab.tsv";
    static final String INDEX = "cells.index";
    static final String SUMS = "sums.bin";

    private final ModelFolder folder;
    private final CooccurrenceHeader header;
    private final Vocabulary vocabulary;
    private final PairSums sums;
    private final CooccurrenceCells cells;

    private CooccurrenceFolder(Storage storage, ModelFolder folder) throws IOException {
        this.folder = folder;
        folder.verify(HEADER);
        this.header = CooccurrenceHeader.read(storage, folder.path(HEADER));
        this.vocabulary = readVocabulary();
        this.sums = readSums();
        long[] masses =
                CellMasses.expected(vocabulary.counts(), header.options().window());
        BlockPartition partition = BlockPartition.equalMass(masses, header.blocks(), header.salt());
        this.cells = new CooccurrenceCells(storage, folder.path(), partition, readIndex());
    }

    /**
     * Opens an artefact of {@code wordloom cooccur}. Reads everything but the cells.
     *
     * @throws WordloomException INPUT when the folder is missing; FORMAT when it is no such artefact, or damaged
     */
    public static CooccurrenceFolder open(Storage storage, String path) {
        // Executors work in other folders than the driver.
        ModelFolder folder = ModelFolder.open(storage, storage.qualified(path));
        if (!folder.contains(HEADER)) {
            throw new WordloomException(
                    ExitCode.FORMAT, path + " holds no co-occurrence counts; expected an output of wordloom cooccur");
        }
        try {
            return new CooccurrenceFolder(storage, folder);
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** CRC-32C of the vocabulary as {@code vocab.tsv} holds it. */
    public int vocabularyChecksum() {
        return header.vocabularyChecksum();
    }

    /** The digest of the tokenizer whose pieces the words are; empty for words. */
    public String tokenizer() {
        return header.tokenizer();
    }

    /** The folder, for its other files. */
    public ModelFolder folder() {
        return folder;
    }

    public CooccurrenceOptions options() {
        return header.options();
    }

    /** The units that sums were counted in. */
    public WeightUnits units() {
        return WeightUnits.of(header.options());
    }

    /** Which word is in which block; the same for rows and columns. */
    public BlockPartition partition() {
        return cells.partition();
    }

    /** P. */
    public int blocks() {
        return header.blocks();
    }

    /** Cells of all block pairs. */
    public long entries() {
        return cells.entries();
    }

    /** Cells of one block pair. */
    public long entries(int rowBlock, int columnBlock) {
        return cells.entries(rowBlock, columnBlock);
    }

    /** The most cells of one block pair. */
    public long largestEntries() {
        return cells.largestEntries();
    }

    /** Reads the cells of one block pair. */
    public Cells cells(int rowBlock, int columnBlock) {
        return cells.cells(rowBlock, columnBlock);
    }

    /** The weights of the words' rows, by word; cells that the minimum left out included. */
    public double[] rowSums() {
        return sums.rowWeights();
    }

    /** The weights of the words' columns, by word; cells that the minimum left out included. */
    public double[] columnSums() {
        return sums.columnWeights();
    }

    /** The cells where they lie on disk, for tasks to read. */
    public CooccurrenceCells storedCells() {
        return cells;
    }

    /** Reads every file once and compares checksums. FORMAT error at the first that differs. */
    public void verify() {
        folder.verify();
    }

    private Vocabulary readVocabulary() throws IOException {
        folder.verify(VOCABULARY);
        try (InputStream in = folder.open(VOCABULARY)) {
            Vocabulary words = VocabularyTsv.read(in, folder.path(VOCABULARY), folder.size(VOCABULARY));
            int checksum = VocabularyChecksum.of(words);
            if (words.size() != header.words() || checksum != header.vocabularyChecksum()) {
                throw new WordloomException(
                        ExitCode.FORMAT,
                        folder.path(VOCABULARY) + " is not the vocabulary of these counts: it has " + words.size()
                                + " words of checksum " + Integer.toHexString(checksum) + ", " + HEADER + " says "
                                + header.words() + " of " + Integer.toHexString(header.vocabularyChecksum())
                                + "; count again");
            }
            return words;
        }
    }

    private PairSums readSums() throws IOException {
        try (InputStream in = folder.open(SUMS)) {
            return PairSumsFormat.read(
                    in, folder.path(SUMS), folder.size(SUMS), header.words(), header.vocabularyChecksum());
        }
    }

    private CellsIndex readIndex() throws IOException {
        try (InputStream in = folder.open(INDEX)) {
            CellsIndex index = CellsIndexFormat.read(in, folder.path(INDEX), folder.size(INDEX));
            BucketNumbers buckets = index.buckets();
            if (!buckets.equals(header.buckets()) || index.entries() != header.entries()) {
                throw damagedIndex(buckets + " with " + index.entries() + " cells, " + HEADER + " says "
                        + header.buckets() + " with " + header.entries());
            }
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                requireInside(index, bucket);
            }
            return index;
        }
    }

    private void requireInside(CellsIndex index, int bucket) {
        if (index.length(bucket) == 0) {
            return;
        }
        String file = CooccurrenceCells.fileName(index.buckets().fileOf(bucket));
        long end = index.offset(bucket) + index.length(bucket);
        if (end > folder.size(file)) {
            throw damagedIndex(
                    "bucket " + bucket + " up to byte " + end + " of " + file + ", which has " + folder.size(file));
        }
    }

    private WordloomException damagedIndex(String found) {
        return new WordloomException(
                ExitCode.FORMAT, folder.path(INDEX) + " does not fit the other files: " + found + "; count again");
    }
}
