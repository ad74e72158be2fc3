package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;

/** Wordloom's own model file. */
public final class WordModelFormat {
    private WordModelFormat() {}

    /** Writes the model. The stream is flushed, not closed. */
    public static void write(WordModel model, OutputStream out) throws IOException {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Reads a whole model. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT when the file is damaged or of another format
     */
    public static WordModel read(InputStream in, String name, long size) throws IOException {
        throw new UnsupportedOperationException("in work");
    }

    /** The input vectors of the first {@code maxWords} words (all, when there are fewer), for reports and searches. */
    public static WordVectors readInput(InputStream in, String name, long size, int maxWords) throws IOException {
        throw new UnsupportedOperationException("in work");
    }
}
