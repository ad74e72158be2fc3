package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.VectorFormat;
import org.wordloom.cluster.VocabularyChunk;
import org.wordloom.format.Word2VecBinaryFormat;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelPieces;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.ModelRows;
import org.wordloom.vocab.Vocabulary;

/**
 * The part of every output file that holds one range of rows.
 *
 * @param range number of the range
 * @param files paths, by {@link #INPUT}, {@link #OUTPUT} and the names of the vector files
 */
record RowPart(int range, TreeMap<String, String> files) implements Serializable {
    /** The rows of the model's input matrix. */
    static final String INPUT = "input";

    static final String OUTPUT = "output";

    /** @param words all words, a chunk a range; none when there are no vector files */
    static RowPart write(
            WholeWriting<?> writing, int range, RowMatrix input, RowMatrix output, List<VocabularyChunk> words)
            throws IOException {
        RowPart part = new RowPart(range, new TreeMap<>());
        part.write(writing, INPUT, out -> WordModelPieces.writeRows(input, out));
        part.write(writing, OUTPUT, out -> WordModelPieces.writeRows(output, out));
        if (!words.isEmpty()) {
            Vocabulary vocabulary = words.get(range).words(writing.storage());
            ModelRows rows = new ModelRows(vocabulary, RowSource.of(input), RowSource.of(output), writing.provenance());
            for (VectorFormat format : writing.formats()) {
                RowSource vectors = writing.vectors().select(rows);
                part.write(writing, format.fileName(), out -> write(vocabulary, vectors, format, out));
            }
        }
        return part;
    }

    private static void write(Vocabulary words, RowSource vectors, VectorFormat format, OutputStream out)
            throws IOException {
        switch (format) {
            case WORD2VEC_TEXT -> Word2VecTextFormat.writeRows(words, vectors, out);
            case WORD2VEC_BINARY -> Word2VecBinaryFormat.writeRows(words, vectors, out);
        }
    }

    /** An attempt has files of its own. */
    private void write(WholeWriting<?> writing, String name, Content content) throws IOException {
        String file = String.format(
                Locale.ROOT, "%s-%06d-%d", name, range, TaskContext.get().taskAttemptId());
        String path = Storage.child(OutputFolder.workFolder(writing.staging()), file);
        try (OutputStream out = writing.storage().create(path)) {
            content.write(out);
        }
        files.put(name, path);
    }

    /** What a file holds. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
