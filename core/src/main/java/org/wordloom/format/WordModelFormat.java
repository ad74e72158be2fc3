package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.ModelRows;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/**
 * Wordloom's own model file: a header and four sections, all numbers little-endian.
 *
 * <pre>
 * header      "WORDLOOM", version, words V, input columns d, output rows, output columns, length of the file (a long),
 *             CRC-32C of all that
 * provenance  entries; for each: length of key, length of value, key and value in UTF-8; sorted by key
 * vocabulary  V counts (longs), V lengths of words in bytes, all words' UTF-8 bytes
 * input       V x d floats, row by row
 * output      output rows x output columns floats
 * </pre>
 *
 * <p>A section begins with its number (1 … 4) and the length of its content (a long), and ends with the CRC-32C of its
 * content. The length of every section follows from the header, so that a file is checked before it is believed.
 */
public final class WordModelFormat {
    private WordModelFormat() {}

    /** Writes the model. The stream is flushed, not closed. */
    public static void write(WordModel model, OutputStream out) throws IOException {
        write(ModelRows.of(model), out);
    }

    /** Writes the model, whose rows are read once, in their order. The stream is flushed, not closed. */
    public static void write(ModelRows model, OutputStream out) throws IOException {
        new WordModelWriter(model, new FormatOutput(out)).write();
    }

    /**
     * Reads a whole model. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT when the file is damaged, truncated, or of another format or
     *     version
     */
    public static WordModel read(InputStream in, String name, long size) throws IOException {
        WordModelReader reader = new WordModelReader(new FormatInput(in, name, size), Integer.MAX_VALUE);
        Map<String, String> provenance = reader.readProvenance();
        Vocabulary vocabulary = reader.readVocabulary();
        RowMatrix input = reader.readInput();
        return new WordModel(vocabulary, input, reader.readOutput(), provenance);
    }

    /**
     * The input vectors of the first {@code maxWords} words (all, when there are fewer), for reports and searches. What
     * comes after them in the file is not read: then the checksum of the vectors is not checked either.
     */
    public static WordVectors readInput(InputStream in, String name, long size, int maxWords) throws IOException {
        WordModelReader reader = new WordModelReader(new FormatInput(in, name, size), maxWords);
        reader.readProvenance();
        Vocabulary vocabulary = reader.readVocabulary();
        return new WordVectors(vocabulary, reader.readInput());
    }

    /** Where a model came from: the names and values that stand before everything else in its file. */
    public static Map<String, String> readProvenance(InputStream in, String name, long size) throws IOException {
        return new WordModelReader(new FormatInput(in, name, size), 0).readProvenance();
    }

    /**
     * A model of the first {@code maxWords} words (all, when there are fewer). When words are left out, what comes after
     * them is not read, and the checksums of the vectors are not checked.
     *
     * @throws org.wordloom.base.WordloomException as {@link #read}
     */
    public static WordModel readFirst(InputStream in, String name, long size, int maxWords) throws IOException {
        return readFirst(new WordModelReader(new FormatInput(in, name, size), maxWords));
    }

    private static WordModel readFirst(WordModelReader reader) throws IOException {
        Map<String, String> provenance = reader.readProvenance();
        Vocabulary vocabulary = reader.readVocabulary();
        RowMatrix input = reader.readInput();
        return new WordModel(vocabulary, input, reader.readFirstOutput(), provenance);
    }

    /**
     * The chosen vectors of the first {@code maxWords} words (all, when there are fewer); no more is read than they need.
     *
     * @throws org.wordloom.base.WordloomException as {@link #read}, and as {@link VectorSelection#select}
     */
    public static WordVectors readSelected(
            InputStream in, String name, long size, VectorSelection selection, int maxWords) throws IOException {
        if (selection == VectorSelection.INPUT) {
            return readInput(in, name, size, maxWords);
        }
        WordModelReader reader = new WordModelReader(new FormatInput(in, name, size), maxWords);
        // Of the first words a tree may have as many nodes as there are words.
        selection.require(reader.header().words(), reader.header().outputRows());
        selection.requireColumns(reader.header().inputColumns(), reader.header().outputColumns());
        return selection.select(readFirst(reader));
    }
}
