package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;

/** Damaged and malicious files: always a WordloomException that names the file, never another failure. */
class HostileFileTest {
    private static final String NAME = "hostile.file";

    private final Random random = Vectors.random();

    enum Format {
        MODEL,
        MODEL_INPUT,
        TEXT,
        GLOVE,
        GLOVE_WITH_HEADER,
        BINARY,
        VOCABULARY;

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
                default -> WordModelFormat.write(model, out);
            }
            return out.toByteArray();
        }

        void read(byte[] file, long size) throws IOException {
            InputStream in = new ByteArrayInputStream(file);
            switch (this) {
                case TEXT -> Word2VecTextFormat.read(in, NAME, size);
                case GLOVE -> GloveTextFormat.read(in, NAME, size, Integer.MAX_VALUE);
                case GLOVE_WITH_HEADER -> GloveTextFormat.readWithHeader(in, NAME, size, Integer.MAX_VALUE);
                case BINARY -> Word2VecBinaryFormat.read(in, NAME, size);
                case VOCABULARY -> VocabularyTsv.read(in, NAME, size);
                case MODEL_INPUT -> WordModelFormat.readInput(in, NAME, size, 2);
                default -> WordModelFormat.read(in, NAME, size);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationIsNoticedOrHarmless(Format format) throws IOException {
        byte[] file = format.sample(random);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            // A vocabulary or a text without header, cut after a line, is a smaller one; the last newline of word2vec's
            // binary is optional.
            boolean mustFail = length < file.length - 1 && format != Format.VOCABULARY && format != Format.GLOVE;
            expect(format, cut, length, mustFail);
            expect(format, cut, -1, mustFail && format != Format.MODEL_INPUT);
            expect(format, cut, file.length, mustFail && format != Format.MODEL_INPUT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedByteIsNoticedOrHarmless(Format format) throws IOException {
        byte[] file = format.sample(random);
        for (int at = 0; at < file.length; at++) {
            for (int flip : new int[] {1, 0x10, 0x80, 0xFF, 1 + random.nextInt(255)}) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) flip;
                expect(format, changed, file.length, format == Format.MODEL);
                expect(format, changed, -1, format == Format.MODEL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noiseIsReadOrAFormatError(Format format) throws IOException {
        boolean hasMagic = format == Format.MODEL || format == Format.MODEL_INPUT;
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            expect(format, noise, noise.length, hasMagic);
            expect(format, noise, -1, hasMagic);
        }
    }

    /** The header's numbers with a checksum that fits: only the sizes give the lie away. */
    @ParameterizedTest
    @CsvSource({"12", "16", "20", "24", "28", "32"})
    void modelsWithImpossibleSizesAreRefused(int at) throws IOException {
        byte[] file = Format.MODEL.sample(random);
        for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 4, 6, 1 << 20, 1 << 30}) {
            ByteBuffer changed = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
            changed.putInt(at, size);
            CRC32C checksum = new CRC32C();
            checksum.update(changed.array(), 0, WordModelHeader.BYTES - Integer.BYTES);
            changed.putInt(WordModelHeader.BYTES - Integer.BYTES, FormatChecksum.of(checksum));
            boolean unchanged = Arrays.equals(changed.array(), file);
            expect(Format.MODEL, changed.array(), file.length, !unchanged);
            expect(Format.MODEL, changed.array(), -1, !unchanged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "3",
                "3 ",
                "3\n",
                "-3 2\n",
                "3 -2\n",
                "0 2\n",
                "3 0\n",
                "2147483647 1048576\n",
                "99999999999999999999 2\n",
                "3 99999999999999999999\n",
                "3 2 1\n",
                "3 2x\n",
                "3.5 2\n",
                "a b\n"
            })
    void headersOfOtherFormsAreRefused(String header) throws IOException {
        for (Format format : new Format[] {Format.TEXT, Format.BINARY, Format.GLOVE_WITH_HEADER}) {
            byte[] file = (header + "a 1 2\nb 3 4\nc 5 6\n").getBytes(StandardCharsets.UTF_8);
            expect(format, file, file.length, true);
            expect(format, file, -1, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 1\nb 3 4\n",
                "a 1 2 3\nb 3 4\n",
                "a 1 2\nb 3 4\nc 5 6\n",
                "a 1 nan\nb 3 4\n",
                "a 1 inf\nb 1 2\n",
                "a 1 1e99\nb 1 2\n",
                "a 1 0x1p3\nb 1 2\n",
                "a 1 2f\nb 1 2\n",
                "a 1 2\na 3 4\n",
                " 1 2\nb 1 2\n",
                "a 1 1-2\nb 1 2\n",
                "a 1 .\nb 1 2\n",
                "a 1 e5\nb 1 2\n",
                "a 1 1e\nb 1 2\n",
                "a 1 2\nb 1\n",
                "a 1 2\n"
            })
    void rowsOfOtherFormsAreRefused(String rows) throws IOException {
        byte[] file = ("2 2\n" + rows).getBytes(StandardCharsets.UTF_8);
        for (Format format : new Format[] {Format.TEXT, Format.GLOVE_WITH_HEADER}) {
            expect(format, file, file.length, true);
            expect(format, file, -1, true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'a\t1\nb\n', line 2",
        "'a\t1\nb\t-1\n', line 2",
        "'a\t1\n\t3\n', line 2",
        "'a\t1\nb\t1.5\n', line 2",
        "'a\t1\nb\tx\n', line 2",
        "'a\t99999999999999999999\n', line 1",
        "'a\t1\nb\t2\na\t3\n', line 3",
        "'a\t9223372036854775807\nb\t1\n', line 2",
        "'a\t1 2\n', line 1",
        "'a\t\n', line 1"
    })
    void vocabulariesOfOtherFormsAreRefused(String text, String where) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Format.VOCABULARY.read(file, file.length))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining(where);
    }

    @Test
    void binaryVectorsMustBeFinite() {
        ByteBuffer file = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        file.put("1 2\nx ".getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(Float.NaN);
        assertThatThrownBy(() -> Format.BINARY.read(file.array(), 14))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("'x'")
                .hasMessageContaining("NaN");
    }

    @Test
    void errorsNameFileOffsetExpectedAndFound() {
        assertThatThrownBy(() -> Format.MODEL.read("WORDLOOX....".getBytes(StandardCharsets.UTF_8), 12))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("at byte 8")
                .hasMessageContaining("expected a Wordloom model")
                .hasMessageContaining("found");
    }

    private static void expect(Format format, byte[] file, long size, boolean mustFail) throws IOException {
        try {
            format.read(file, size);
            assertThat(mustFail).as("%s read %s", format, Arrays.toString(file)).isFalse();
        } catch (WordloomException e) {
            assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT);
            assertThat(e).hasMessageContaining(NAME);
        }
    }
}
