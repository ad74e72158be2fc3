package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.vocab.Vocabulary;

/** A vocabulary as text: a line a word, in the order of the ids: word, tab, count. */
public final class VocabularyTsv {
    private VocabularyTsv() {}

    /** Writes the vocabulary. The stream is flushed, not closed. */
    public static void write(Vocabulary vocabulary, OutputStream out) throws IOException {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Reads a vocabulary; ids follow the order of the lines. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT, naming the line, for what is not word, tab, count
     */
    public static Vocabulary read(InputStream in, String name, long size) throws IOException {
        throw new UnsupportedOperationException("in work");
    }
}
