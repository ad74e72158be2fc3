package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.wordloom.format.WordModelWriter.Section;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;
import org.wordloom.vocab.Vocabulary;

/**
 * Writes the file of {@link WordModelFormat} from pieces, for a model that fits no memory: first {@link #writeHead}, then
 * {@link #writeMatrix} for the input and for the output vectors, whose rows were written somewhere before.
 */
public final class WordModelPieces {
    private static final int BUFFER_BYTES = 1 << 16;

    private WordModelPieces() {}

    /** Writes all but the vectors of a model with an input and an output vector of {@code dim} values for every word. */
    public static void writeHead(Vocabulary vocabulary, int dim, Map<String, String> provenance, OutputStream out)
            throws IOException {
        FormatOutput output = new FormatOutput(out);
        new WordModelWriter(vocabulary, provenance, output).writeHead(dim, vocabulary.size(), dim);
        output.flush();
    }

    /** Writes rows as they stand in a model: a piece of a matrix. */
    public static void writeRows(RowMatrix rows, OutputStream out) throws IOException {
        FormatOutput output = new FormatOutput(out);
        WordModelWriter.writeRows(RowSource.of(rows), output);
        output.flush();
    }

    /**
     * Writes one matrix.
     *
     * @param input whether it is that of the input vectors
     * @param bytes that all its rows take
     * @param pieces all rows as {@link #writeRows} wrote them, one piece after another
     * @throws IOException also when the pieces have another length
     */
    public static void writeMatrix(boolean input, long bytes, InputStream pieces, OutputStream out) throws IOException {
        FormatOutput output = new FormatOutput(out);
        WordModelWriter.section(
                output, input ? Section.INPUT : Section.OUTPUT, bytes, () -> copy(pieces, bytes, output));
        output.flush();
    }

    private static void copy(InputStream in, long bytes, FormatOutput out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long copied = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.writeBytes(buffer, 0, n);
            copied += n;
        }
        if (copied != bytes) {
            throw new IOException("the pieces of a matrix have " + copied + " bytes instead of " + bytes);
        }
    }
}
