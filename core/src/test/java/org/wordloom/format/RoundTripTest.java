package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

class RoundTripTest {
    private final Random random = Vectors.random();

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 300})
    void textReadsBackExactly(int dimension) throws IOException {
        WordVectors vectors = Vectors.random(1500, dimension, random);
        byte[] file = write(out -> Word2VecTextFormat.write(vectors, out));
        Vectors.assertEqual(Word2VecTextFormat.read(stream(file), "t", file.length), vectors);
        Vectors.assertEqual(Word2VecTextFormat.read(stream(file), "t", -1), vectors);
        assertThat(Word2VecTextFormat.read(stream(file), "t", -1, 10).matrix().row(9))
                .containsExactly(vectors.matrix().row(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 300})
    void binaryReadsBackExactly(int dimension) throws IOException {
        WordVectors vectors = Vectors.random(1500, dimension, random);
        byte[] file = write(out -> Word2VecBinaryFormat.write(vectors, out));
        Vectors.assertEqual(Word2VecBinaryFormat.read(stream(file), "t", file.length), vectors);
        Vectors.assertEqual(Word2VecBinaryFormat.read(stream(file), "t", -1), vectors);
        assertThat(Word2VecBinaryFormat.read(stream(file), "t", file.length, 10).size())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 300})
    void modelReadsBackExactly(int dimension) throws IOException {
        WordModel model = Vectors.model(2000, dimension, random);
        byte[] file = write(out -> WordModelFormat.write(model, out));
        for (long size : new long[] {file.length, -1}) {
            WordModel read = WordModelFormat.read(stream(file), "m", size);
            Vectors.assertEqualWords(read.vocabulary(), model.vocabulary());
            assertThat(read.vocabulary().counts()).isEqualTo(model.vocabulary().counts());
            Vectors.assertEqual(read.input(), model.input());
            Vectors.assertEqual(read.output(), model.output());
            assertThat(read.provenance()).isEqualTo(model.provenance());
            firstWordsReadBack(model, file, size);
        }
    }

    /** From a stream of unknown length: room grows with what is read. */
    @ParameterizedTest
    @ValueSource(ints = {4095, 4096, 4097, 5000, 8191, 8192, 8193, 20_000})
    void manyWordsOfAStreamReadBack(int words) throws IOException {
        WordModel model = Vectors.model(words, 2, random);
        byte[] file = write(out -> WordModelFormat.write(model, out));
        WordModel read = WordModelFormat.read(stream(file), "m", -1);
        Vectors.assertEqualWords(read.vocabulary(), model.vocabulary());
        assertThat(read.vocabulary().counts()).isEqualTo(model.vocabulary().counts());
        Vectors.assertEqual(read.input(), model.input());
        Vectors.assertEqual(read.output(), model.output());
    }

    private void firstWordsReadBack(WordModel model, byte[] file, long size) throws IOException {
        for (int words : new int[] {0, 1, 1999, 2000, 6000}) {
            WordVectors first = WordModelFormat.readInput(stream(file), "m", size, words);
            assertThat(first.size()).isEqualTo(Math.min(words, 2000));
            for (int id = 0; id < first.size(); id += 499) {
                assertThat(first.vocabulary().word(id))
                        .isEqualTo(model.vocabulary().word(id));
                assertThat(first.matrix().row(id)).containsExactly(model.input().row(id));
            }
            for (VectorSelection selection : VectorSelection.values()) {
                WordVectors selected = WordModelFormat.readSelected(stream(file), "m", size, selection, words);
                RowMatrix expected = selection.select(model).matrix();
                assertThat(selected.size()).isEqualTo(first.size());
                for (int id = 0; id < first.size(); id += 499) {
                    assertThat(selected.matrix().row(id)).containsExactly(expected.row(id));
                }
            }
        }
    }

    @Test
    void modelWithTreeNodesAsOutputReadsBack() throws IOException {
        WordModel plain = Vectors.model(9, 4, random);
        WordModel model =
                new WordModel(plain.vocabulary(), plain.input(), Vectors.matrix(8, 4, random), plain.provenance());
        byte[] file = write(out -> WordModelFormat.write(model, out));
        Vectors.assertEqual(WordModelFormat.read(stream(file), "m", file.length).output(), model.output());
        WordModel first = WordModelFormat.readFirst(stream(file), "m", file.length, 3);
        assertThat(first.vocabulary().size()).isEqualTo(3);
        Vectors.assertEqual(first.output(), model.output());
    }

    /** Of nine words the tree has eight nodes: as many as the first eight words, whose output vectors they are not. */
    @Test
    void nodesOfATreeAreNoWordsHoweverManyAreRead() throws IOException {
        WordModel plain = Vectors.model(9, 4, random);
        WordModel model =
                new WordModel(plain.vocabulary(), plain.input(), Vectors.matrix(8, 4, random), plain.provenance());
        byte[] file = write(out -> WordModelFormat.write(model, out));
        for (int words : new int[] {1, 8, 9}) {
            assertThatThrownBy(() ->
                            WordModelFormat.readSelected(stream(file), "m", file.length, VectorSelection.OUTPUT, words))
                    .as("%d words", words)
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("8 output vectors for 9 words");
        }
    }

    @Test
    void emptyModelReadsBack() throws IOException {
        WordModel model = Vectors.model(0, 3, random);
        byte[] file = write(out -> WordModelFormat.write(model, out));
        assertThat(WordModelFormat.read(stream(file), "m", file.length)
                        .vocabulary()
                        .size())
                .isZero();
    }

    @Test
    void streamsThatGiveFewBytesAtATimeAreRead() throws IOException {
        WordModel model = Vectors.model(50, 9, random);
        byte[] file = write(out -> WordModelFormat.write(model, out));
        InputStream slow = new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, 3));
            }
        };
        Vectors.assertEqual(WordModelFormat.read(slow, "m", file.length).input(), model.input());
    }

    @Test
    void vocabularyReadsBack() throws IOException {
        Vocabulary vocabulary = Vectors.model(500, 1, random).vocabulary();
        byte[] file = write(out -> VocabularyTsv.write(vocabulary, out));
        Vocabulary read = VocabularyTsv.read(stream(file), "v", file.length);
        Vectors.assertEqualWords(read, vocabulary);
        assertThat(read.counts()).isEqualTo(vocabulary.counts());
        assertThat(VocabularyTsv.read(stream(new byte[0]), "v", 0).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new york", "tab\tbed", "line\nfeed", "", "end\r"})
    void wordsWithWhiteSpaceAreRefusedBeforeAnythingIsWritten(String word) {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"good", word}, new long[] {2, 1});
        WordVectors vectors = new WordVectors(vocabulary, new RowMatrix(2, 3));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> Word2VecTextFormat.write(vectors, out))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("word 1");
        assertThatThrownBy(() -> Word2VecBinaryFormat.write(vectors, out)).isInstanceOf(WordloomException.class);
        assertThatThrownBy(() -> VocabularyTsv.write(vocabulary, out)).isInstanceOf(WordloomException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void theLongestWordsReadBack() throws IOException {
        String longest = "x".repeat(WritableWords.MAX_BYTES);
        Vocabulary words = Vocabulary.of(new String[] {longest, "b"}, new long[] {2, 1});
        WordVectors vectors = new WordVectors(words, Vectors.matrix(2, 3, random));
        byte[] text = write(out -> Word2VecTextFormat.write(vectors, out));
        byte[] binary = write(out -> Word2VecBinaryFormat.write(vectors, out));
        byte[] tsv = write(out -> VocabularyTsv.write(words, out));
        assertThat(Word2VecTextFormat.read(stream(text), "t", text.length)
                        .vocabulary()
                        .word(0))
                .isEqualTo(longest);
        assertThat(Word2VecBinaryFormat.read(stream(binary), "b", binary.length)
                        .vocabulary()
                        .word(0))
                .isEqualTo(longest);
        assertThat(VocabularyTsv.read(stream(tsv), "v", tsv.length).word(0)).isEqualTo(longest);
    }

    @Test
    void wordsThatAreTooLongAreBadInput() {
        String longest = "x".repeat(WritableWords.MAX_BYTES);
        WritableWords.check(Vocabulary.of(new String[] {longest}, new long[] {1}));
        Vocabulary tooLong = Vocabulary.of(new String[] {"good", longest + "y"}, new long[] {2, 1});
        assertThatThrownBy(() -> VocabularyTsv.write(tooLong, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("the word 'xxxx")
                .hasMessageContaining("has 65,537 bytes")
                .hasMessageContaining("--min-count");
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() {
        WordVectors vectors = Vectors.random(3, 2, random);
        vectors.matrix().set(1, 1, Float.NaN);
        assertThatThrownBy(() -> write(out -> Word2VecTextFormat.write(vectors, out)))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(vectors.vocabulary().word(1));
        vectors.matrix().set(1, 1, Float.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> write(out -> Word2VecBinaryFormat.write(vectors, out)))
                .isInstanceOf(WordloomException.class);
    }

    @Test
    void textOfOtherProgramsIsTolerated() throws IOException {
        String file = "2 3\r\nfirst 1 -2.5e-1 +3 \r\nzwei .5\t5. 0\n\n";
        WordVectors vectors =
                Word2VecTextFormat.read(stream(file.getBytes(StandardCharsets.UTF_8)), "t", file.length());
        assertThat(vectors.vocabulary().word(1)).isEqualTo("zwei");
        assertThat(vectors.matrix().row(0)).containsExactly(1f, -0.25f, 3f);
        assertThat(vectors.matrix().row(1)).containsExactly(0.5f, 5f, 0f);
    }

    private static byte[] write(Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out);
        return out.toByteArray();
    }

    private static InputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }
}
