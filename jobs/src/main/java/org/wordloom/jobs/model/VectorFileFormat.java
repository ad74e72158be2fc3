package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.wordloom.format.GloveTextFormat;
import org.wordloom.format.Word2VecBinaryFormat;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;

/** The formats of files of word vectors, by the names that the command line knows. */
public enum VectorFileFormat {
    /** Wordloom's own: input and output vectors, counts, provenance. */
    WORDLOOM {
        @Override
        WordVectors read(InputStream in, String name, long size, VectorSelection selection, int maxWords)
                throws IOException {
            return WordModelFormat.readSelected(in, name, size, selection, maxWords);
        }

        @Override
        void write(WordVectors vectors, OutputStream out) throws IOException {
            // Another program's file has no output vectors: an empty matrix says so.
            RowMatrix none = new RowMatrix(0, vectors.dimension());
            Map<String, String> provenance = Map.of("made-by", "wordloom convert");
            WordModelFormat.write(new WordModel(vectors.vocabulary(), vectors.matrix(), none, provenance), out);
        }
    },
    WORD2VEC {
        @Override
        WordVectors read(InputStream in, String name, long size, VectorSelection selection, int maxWords)
                throws IOException {
            return Word2VecBinaryFormat.read(in, name, size, maxWords);
        }

        @Override
        void write(WordVectors vectors, OutputStream out) throws IOException {
            Word2VecBinaryFormat.write(vectors, out);
        }
    },
    WORD2VEC_TEXT {
        @Override
        WordVectors read(InputStream in, String name, long size, VectorSelection selection, int maxWords)
                throws IOException {
            return Word2VecTextFormat.read(in, name, size, maxWords);
        }

        @Override
        void write(WordVectors vectors, OutputStream out) throws IOException {
            Word2VecTextFormat.write(vectors, out);
        }
    },
    /** Written without a header, read with or without. */
    GLOVE {
        @Override
        WordVectors read(InputStream in, String name, long size, VectorSelection selection, int maxWords)
                throws IOException {
            return GloveTextFormat.read(in, name, size, maxWords);
        }

        @Override
        void write(WordVectors vectors, OutputStream out) throws IOException {
            GloveTextFormat.write(vectors, false, out);
        }
    },
    /** With a header, which makes it word2vec's text format but for words with spaces. */
    GLOVE_WITH_HEADER {
        @Override
        WordVectors read(InputStream in, String name, long size, VectorSelection selection, int maxWords)
                throws IOException {
            return GloveTextFormat.readWithHeader(in, name, size, maxWords);
        }

        @Override
        void write(WordVectors vectors, OutputStream out) throws IOException {
            GloveTextFormat.write(vectors, true, out);
        }
    };

    /**
     * Reads the first {@code maxWords} vectors.
     *
     * @param size the file's size in bytes, or -1 when it is not known
     * @param selection which vectors of a model; other formats hold only one kind
     */
    abstract WordVectors read(InputStream in, String name, long size, VectorSelection selection, int maxWords)
            throws IOException;

    abstract void write(WordVectors vectors, OutputStream out) throws IOException;
}
