package org.wordloom.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/** The formats of vectors and vocabularies that are fed with damaged files: a small sample of each, and its reader. */
enum HostileFormat {
    MODEL,
    MODEL_INPUT,
    TEXT,
    GLOVE,
    GLOVE_WITH_HEADER,
    BINARY,
    VOCABULARY,
    STANFORD_VOCABULARY;

    /** How messages call the file. */
    static final String NAME = "hostile.file";

    byte[] sample(Random random) throws IOException {
        WordModel model = Vectors.model(5, 3, random);
        WordVectors vectors = new WordVectors(model.vocabulary(), model.input());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (this) {
            case TEXT -> Word2VecTextFormat.write(vectors, out);
            case GLOVE -> GloveTextFormat.write(vectors, false, out);
            case GLOVE_WITH_HEADER -> GloveTextFormat.write(vectors, true, out);
            case BINARY -> Word2VecBinaryFormat.write(vectors, out);
            case VOCABULARY -> VocabularyTsv.write(model.vocabulary(), out);
            case STANFORD_VOCABULARY -> out.writeBytes(stanford(model.vocabulary()));
            default -> WordModelFormat.write(model, out);
        }
        return out.toByteArray();
    }

    private static byte[] stanford(Vocabulary words) {
        StringBuilder lines = new StringBuilder();
        for (int id = 0; id < words.size(); id++) {
            lines.append(words.word(id)).append(' ').append(words.count(id)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    boolean isVocabulary() {
        return this == VOCABULARY || this == STANFORD_VOCABULARY;
    }

    char separator() {
        return this == VOCABULARY ? '\t' : ' ';
    }

    Vocabulary vocabulary(byte[] file, long size) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        return this == VOCABULARY ? VocabularyTsv.read(in, NAME, size) : GloveVocabularyFormat.read(in, NAME, size);
    }

    void read(byte[] file, long size) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        switch (this) {
            case TEXT -> Word2VecTextFormat.read(in, NAME, size);
            case GLOVE -> GloveTextFormat.read(in, NAME, size, Integer.MAX_VALUE);
            case GLOVE_WITH_HEADER -> GloveTextFormat.readWithHeader(in, NAME, size, Integer.MAX_VALUE);
            case BINARY -> Word2VecBinaryFormat.read(in, NAME, size);
            case VOCABULARY, STANFORD_VOCABULARY -> vocabulary(file, size);
            case MODEL_INPUT -> WordModelFormat.readInput(in, NAME, size, 2);
            default -> WordModelFormat.read(in, NAME, size);
        }
    }
}
