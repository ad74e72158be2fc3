package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.model.WordVectors;

/** word2vec's binary format, as word2vec.c and gensim write and read it. */
public final class Word2VecBinaryFormat {
    private Word2VecBinaryFormat() {}

    /** Writes the vectors. The stream is flushed, not closed. */
    public static void write(WordVectors vectors, OutputStream out) throws IOException {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Reads all vectors. Counts are unknown (0). The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known (a compressed stream)
     * @throws org.wordloom.base.WordloomException FORMAT when the file is damaged or of another format
     */
    public static WordVectors read(InputStream in, String name, long size) throws IOException {
        return read(in, name, size, Integer.MAX_VALUE);
    }

    /** Reads the first {@code maxWords} vectors (all, when there are fewer). */
    public static WordVectors read(InputStream in, String name, long size, int maxWords) throws IOException {
        throw new UnsupportedOperationException("in work");
    }
}
