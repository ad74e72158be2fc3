package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.model.WordVectors;

class GloveTextFormatTest {
    private final Random random = Vectors.random();

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 8, 9, 300})
    void readsBackExactly(int dimension) throws IOException {
        WordVectors vectors = Vectors.random(1500, dimension, random);
        for (boolean header : new boolean[] {false, true}) {
            byte[] file = write(vectors, header);
            Vectors.assertEqual(GloveTextFormat.read(stream(file), "g", file.length, Integer.MAX_VALUE), vectors);
            Vectors.assertEqual(GloveTextFormat.read(stream(file), "g", -1, 1500), vectors);
            WordVectors first = GloveTextFormat.read(stream(file), "g", -1, 10);
            assertThat(first.size()).isEqualTo(10);
            assertThat(first.matrix().row(9)).containsExactly(vectors.matrix().row(9));
        }
    }

    @Test
    void withHeaderItIsWord2vecsText() throws IOException {
        WordVectors vectors = Vectors.random(20, 5, random);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Word2VecTextFormat.write(vectors, text);
        assertThat(write(vectors, true)).isEqualTo(text.toByteArray());
        assertThatThrownBy(() -> GloveTextFormat.readWithHeader(stream(write(vectors, false)), "g", -1, 20))
                .hasMessageContaining("line 1")
                .hasMessageContaining("two whole numbers");
    }

    @Test
    void linesOfOtherProgramsAreRead() throws IOException {
        WordVectors vectors = read("the 0.5 -1\r\n1990 1 2 \n. . . 3 4\nat name@domain.com\t5 6\n<unk> 7 8\n\n");
        assertThat(vectors.dimension()).isEqualTo(2);
        assertThat(vectors.vocabulary().word(1)).isEqualTo("1990");
        assertThat(vectors.vocabulary().word(2)).isEqualTo(". . .");
        assertThat(vectors.vocabulary().word(3)).isEqualTo("at name@domain.com");
        assertThat(vectors.matrix().row(3)).containsExactly(5f, 6f);
    }

    @Test
    void aNumberMayBeTheFirstWord() throws IOException {
        assertThat(read("7 1 2 3\n8 4 5 6\n").dimension()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'', line 1",
        "'word\n', line 1",
        "'\na 1 2\n', line 1",
        "'a 1 2\nb 1\n', line 2",
        "'a 1 2\nb 1 2 3\n', line 2",
        "'a 1 2\nb c 0.5 1 2\n', line 2",
        "'a 1 2\nb 1 nan\n', line 2",
        "'a 1 2\nb 1 1e99\n', line 2",
        "'a 1 2\nb 1 2f\n', line 2",
        "'a 1 2\n b 1 2\n', line 2",
        "'a 1 2\nb 1 2\na 3 4\n', line 3",
        "'a 1 2\n\nb 1 2\n', line 3",
        "'a 1 2\nb 1 2', line 2",
        "'2 2\na 1 2\n', line 1",
        "'2 2\na 1.500 2.500\n', line 3",
        "'1 2\na 1 2\nb 3 4\n', line 3",
        "'2 2\na 1 2\na 3 4\n', line 3",
        "'0 2\n', line 1",
        "'3 99999999999999999999\n', line 1"
    })
    void errorsNameTheLine(String file, String place) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageStartingWith("glove.txt is damaged or of another format, at " + place);
    }

    @Test
    void wordsWithSpacesAreNotWritten() throws IOException {
        WordVectors vectors = read("a b 1 2\n");
        assertThatThrownBy(() -> write(vectors, false)).hasMessageContaining("white space");
    }

    /** Reference: lines made of words and numbers with no structure but blanks never lead to another failure. */
    @Test
    void randomLinesAreReadOrRefused() {
        String[] parts = {"a", "b", "1", "-0.5", ".", "e", "1e", "\t", "  ", "\n", "\r\n", "\u00e9", "2 2\n"};
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(20); k > 0; k--) {
                text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
            }
            try {
                assertThat(read(text.toString()).size()).isPositive();
            } catch (IOException | WordloomException refused) {
                assertThat(refused).hasMessageContaining("glove.txt");
            }
        }
    }

    private static WordVectors read(String text) throws IOException {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        return GloveTextFormat.read(stream(file), "glove.txt", file.length, Integer.MAX_VALUE);
    }

    private static byte[] write(WordVectors vectors, boolean header) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GloveTextFormat.write(vectors, header, out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }
}
