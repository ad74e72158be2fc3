package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import org.wordloom.vocab.Vocabulary;

/**
 * The vocabulary that Stanford's {@code vocab_count} writes ({@code vocab.txt}): a line a word, the word, a space, its
 * count. Its words are most frequent first; ids follow the lines, as {@code cooccurrence.bin} counts them.
 */
public final class GloveVocabularyFormat {
    private GloveVocabularyFormat() {}

    /**
     * Reads a vocabulary. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT, naming the line, for what is not word, space, count
     */
    public static Vocabulary read(InputStream in, String name, long size) throws IOException {
        return VocabularyTsv.read(in, name, size, ' ');
    }
}
