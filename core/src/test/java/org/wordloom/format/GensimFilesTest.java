package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.wordloom.model.WordVectors;

/** Files that gensim and word2vec.c wrote read as what they hold. */
class GensimFilesTest {
    @Test
    void gensimsTextAndBinaryHoldTheSame() throws IOException {
        WordVectors text = text("vectors.txt");
        WordVectors binary = binary("vectors.bin");
        assertThat(text.size()).isEqualTo(228);
        assertThat(text.vocabulary().id("中文")).isGreaterThan(0);
        assertThat(text.vocabulary().id("😀")).isGreaterThan(0);
        Vectors.assertEqual(binary, text);
    }

    @Test
    void word2vecsTextAndBinaryHoldTheSameToSixDigits() throws IOException {
        WordVectors text = text("word2vec-c.txt");
        WordVectors binary = binary("word2vec-c.bin");
        assertThat(text.vocabulary().word(0)).isEqualTo("</s>");
        assertThat(text.dimension()).isEqualTo(7);
        for (int id = 0; id < text.size(); id++) {
            assertThat(text.vocabulary().word(id)).isEqualTo(binary.vocabulary().word(id));
            assertThat(text.matrix().row(id)).containsExactly(binary.matrix().row(id), within(5.1e-7f));
        }
    }

    @Test
    void ourBinaryIsWord2vecsByteForByte() throws IOException {
        byte[] original = bytes("word2vec-c.bin");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Word2VecBinaryFormat.write(binary("word2vec-c.bin"), written);
        assertThat(written.toByteArray()).isEqualTo(original);
    }

    private static WordVectors text(String file) throws IOException {
        byte[] bytes = bytes(file);
        return Word2VecTextFormat.read(new ByteArrayInputStream(bytes), file, bytes.length);
    }

    private static WordVectors binary(String file) throws IOException {
        byte[] bytes = bytes(file);
        return Word2VecBinaryFormat.read(new ByteArrayInputStream(bytes), file, bytes.length);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = GensimFilesTest.class.getResourceAsStream("/gensim/" + file)) {
            return in.readAllBytes();
        }
    }
}
