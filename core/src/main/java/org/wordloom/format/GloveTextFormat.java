package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.WordVectors;

/**
 * The text formats of Stanford's GloVe: a line a word, the word and its values separated by spaces; since 2015 a line
 * {@code WORDS DIMENSION} may stand before them ({@code -write-header 1}), as in word2vec's text format. Values are written
 * so that they read back as exactly the same floats.
 *
 * <p>A first line of exactly two whole numbers is taken for a header. Without one the first vector decides the dimension:
 * as many values as there are numbers at the end of its line. Some published vectors (Common Crawl, 840 billion words)
 * have words with spaces in them: fields before a line's values belong to the word, unless one of them but the first is
 * a number, which rather is a value too many.
 */
public final class GloveTextFormat {
    private GloveTextFormat() {}

    /**
     * Writes the vectors. The stream is flushed, not closed.
     *
     * @param header whether a line {@code WORDS DIMENSION} comes first
     * @throws WordloomException FORMAT for a word with white space, before anything is written; TRAINING for a value
     *     that is not finite
     */
    public static void write(WordVectors vectors, boolean header, OutputStream out) throws IOException {
        if (header) {
            Word2VecTextFormat.write(vectors, out);
            return;
        }
        WritableWords.check(vectors.vocabulary());
        FormatOutput output = new FormatOutput(out);
        Word2VecTextFormat.writeLines(vectors.vocabulary(), RowSource.of(vectors.matrix()), output);
        output.flush();
    }

    /**
     * Reads the first {@code maxWords} vectors, with or without a header. Counts are unknown (0). The stream is not
     * closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known (a compressed stream)
     * @throws WordloomException FORMAT, with the number of the line, when the file is damaged or of another format: no
     *     vector at all, a row with too few or too many values, a value that is no finite number, a word that occurs
     *     twice or is empty, a last line without its end, or a header that promises another number of words
     */
    public static WordVectors read(InputStream in, String name, long size, int maxWords) throws IOException {
        return new GloveTextReader(in, name, size, false).read(maxWords);
    }

    /** As {@link #read}, but a file without a header is refused. */
    public static WordVectors readWithHeader(InputStream in, String name, long size, int maxWords) throws IOException {
        return new GloveTextReader(in, name, size, true).read(maxWords);
    }
}
