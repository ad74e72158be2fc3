package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.vocab.Vocabulary;

/** Damaged and malicious files: always a WordloomException that names the file, never another failure. */
class HostileFileTest {
    private static final String NAME = HostileFormat.NAME;

    private final Random random = Vectors.random();

    @ParameterizedTest
    @EnumSource
    void everyTruncationIsNoticedOrHarmless(HostileFormat format) throws IOException {
        byte[] file = format.sample(random);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            // A vocabulary or a text without header, cut after a line, is a smaller one; the last newline of word2vec's
            // binary is optional.
            boolean mustFail = length < file.length - 1 && !format.isVocabulary() && format != HostileFormat.GLOVE;
            expect(format, cut, length, mustFail);
            expect(format, cut, -1, mustFail && format != HostileFormat.MODEL_INPUT);
            expect(format, cut, file.length, mustFail && format != HostileFormat.MODEL_INPUT);
        }
    }

    /** What lies behind the last vector belongs to another file, or the header is wrong. */
    @ParameterizedTest
    @CsvSource({
        "MODEL, x",
        "MODEL, x 123412341234",
        "TEXT, x",
        "TEXT, 'x 1 2 3\n'",
        "GLOVE_WITH_HEADER, x",
        "GLOVE_WITH_HEADER, 'x 1 2 3\n'",
        "BINARY, x",
        "BINARY, x 123412341234",
        "BINARY, 'x 123412341234\n'"
    })
    void everyExtensionIsNoticed(HostileFormat format, String more) throws IOException {
        byte[] file = format.sample(random);
        byte[] longer = Arrays.copyOf(file, file.length + more.length());
        System.arraycopy(more.getBytes(StandardCharsets.UTF_8), 0, longer, file.length, more.length());
        expect(format, longer, longer.length, true);
        expect(format, longer, file.length, true);
        expect(format, longer, -1, true);
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedByteIsNoticedOrHarmless(HostileFormat format) throws IOException {
        byte[] file = format.sample(random);
        for (int at = 0; at < file.length; at++) {
            for (int flip : new int[] {1, 0x10, 0x80, 0xFF, 1 + random.nextInt(255)}) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) flip;
                expect(format, changed, file.length, format == HostileFormat.MODEL);
                expect(format, changed, -1, format == HostileFormat.MODEL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noiseIsReadOrAFormatError(HostileFormat format) throws IOException {
        boolean hasMagic = format == HostileFormat.MODEL || format == HostileFormat.MODEL_INPUT;
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
        byte[] file = HostileFormat.MODEL.sample(random);
        for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 4, 6, 1 << 20, 1 << 30}) {
            ByteBuffer changed = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
            changed.putInt(at, size);
            CRC32C checksum = new CRC32C();
            checksum.update(changed.array(), 0, WordModelHeader.BYTES - Integer.BYTES);
            changed.putInt(WordModelHeader.BYTES - Integer.BYTES, FormatChecksum.of(checksum));
            boolean unchanged = Arrays.equals(changed.array(), file);
            expect(HostileFormat.MODEL, changed.array(), file.length, !unchanged);
            expect(HostileFormat.MODEL, changed.array(), -1, !unchanged);
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
        for (HostileFormat format :
                new HostileFormat[] {HostileFormat.TEXT, HostileFormat.BINARY, HostileFormat.GLOVE_WITH_HEADER}) {
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
                "a 1 2\n",
                "a\t1 2 3\nb 3 4\n",
                "a 1 2\nb\t1 2 3\n"
            })
    void rowsOfOtherFormsAreRefused(String rows) throws IOException {
        byte[] file = ("2 2\n" + rows).getBytes(StandardCharsets.UTF_8);
        for (HostileFormat format : new HostileFormat[] {HostileFormat.TEXT, HostileFormat.GLOVE_WITH_HEADER}) {
            expect(format, file, file.length, true);
            expect(format, file, -1, true);
        }
    }

    /** No writer of ours makes such words, and a tab or a carriage return belongs to another form of file. */
    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "\u000B", "\f", "\r"})
    void wordsOfWord2VecHoldNoWhiteSpace(String space) {
        String floats = "\0\0\u0080?\0\0\u0080?";
        String found =
                "expected word 2 and a space, found " + (space.equals("\n") ? "the end of the line" : "white space");
        for (String word : new String[] {"b" + space + "c", "b" + space}) {
            requireShort(HostileFormat.TEXT, "2 2\na 1 2\n" + word + " 3 4\n", found);
            requireShort(HostileFormat.BINARY, "2 2\na " + floats + "\n" + word + " " + floats + "\n", found);
        }
    }

    /** Where W is written stands a word of the most bytes that a word may have, and then of one more. */
    @ParameterizedTest
    @CsvSource({
        "TEXT, '2 1\na 1\nW 1\n', expected word 2 and a space",
        "BINARY, '2 1\na 1234\nW 1234\n', expected word 2 and a space",
        "GLOVE, 'a 1 2\nW 1 2\n', at line 2: expected a word of at most 65536 bytes",
        "GLOVE, 'a 1 2\nx W 1 2\n', at line 2: expected a word of at most 65536 bytes",
        "GLOVE_WITH_HEADER, '2 1\na 1\nW 1\n', at line 3: expected a word of at most 65536 bytes",
        "VOCABULARY, 'a\t1\nW\t1\n', at line 2",
        "STANFORD_VOCABULARY, 'a 1\nW 1\n', at line 2"
    })
    void overlongWordsAreRefused(HostileFormat format, String text, String message) throws IOException {
        int longest = WritableWords.MAX_BYTES - (text.contains("x W") ? 2 : 0);
        byte[] file = text.replace("W", "w".repeat(longest)).getBytes(StandardCharsets.UTF_8);
        format.read(file, file.length);
        byte[] longer = text.replace("W", "w".repeat(longest + 1)).getBytes(StandardCharsets.UTF_8);
        for (long size : new long[] {longer.length, -1}) {
            assertThatThrownBy(() -> format.read(longer, size))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.FORMAT))
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 'b 2\n', byte 0: expected a first line 'WORDS DIMENSION' of two positive numbers found 'b'",
        "TEXT, 'é', byte 0: expected a first line 'WORDS DIMENSION' of two positive numbers found byte 195",
        "TEXT, '3x2', byte 2: expected a first line 'WORDS DIMENSION' of two positive numbers"
                + " found another character after the first number",
        "TEXT, '3 ', byte 2: expected a first line 'WORDS DIMENSION' of two positive numbers found the end of the file",
        "BINARY, '3 2', byte 3: expected a first line 'WORDS DIMENSION' of two positive numbers"
                + " found the end of the file",
        "BINARY, '3 2 1\n', byte 5: expected a first line 'WORDS DIMENSION' of two positive numbers"
                + " found more than two numbers",
        "TEXT, '2147483640 2\n', byte 10: expected a first line 'WORDS DIMENSION' of two positive numbers"
                + " up to 2147483639 found 2147483640",
        "BINARY, '1 1048577\n', byte 9: expected a first line 'WORDS DIMENSION' of two positive numbers"
                + " up to 1048576 found 1048577"
    })
    void headersOfOtherFormsAreTold(HostileFormat format, String file, String message) {
        told(format, file, message);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, '3 2\na 1 2\nb', byte 11: expected word 2 and a space found the end of the file",
        "TEXT, '3 2\na 1 2\nb\n', byte 12: expected word 2 and a space found the end of the line",
        "TEXT, '3 2\na 1 2\n 3 4\n', byte 11: expected word 2 found an empty word",
        "TEXT, '3 2\na 1 2\nb 3 x\n', byte 15: expected a finite number as value 2",
        "TEXT, '3 2\na 1 2\nb 3 4 5\n', byte 17: expected the end of line 3 after 2 values found more values",
        "TEXT, '3 2\na 1 2\nb 3 4', byte 15: expected the end of line 3 after 2 values found the end of the file",
        "TEXT, '3 2\na 1 2\nb 3 4\na 5 6\n', line 4: expected every word once found 'a' again, after line 2",
        "BINARY, '3 1\na 1234\nb', byte 12: expected word 2 and a space found the end of the file",
        "BINARY, '3 1\na 1234\nb 12', byte 13: expected vector 2 found the end of the file",
        "BINARY, '3 1\na 1234\nb 1234\na 1234', vector 3: expected every word once found 'a' again, after vector 1"
    })
    void placesOfOtherRowsAreTold(HostileFormat format, String file, String message) {
        told(format, file, message);
    }

    /** @param message place, what was expected, and what was found, but for the comma between these */
    private static void told(HostileFormat format, String file, String message) {
        assertThatThrownBy(() -> format.read(file.getBytes(StandardCharsets.UTF_8), -1))
                .isInstanceOf(WordloomException.class)
                .hasMessageStartingWith(
                        NAME + " is damaged or of another format, at " + message.replace(" found ", ", found "));
    }

    @ParameterizedTest
    @EnumSource(names = {"VOCABULARY", "STANFORD_VOCABULARY"})
    void linesOfVocabulariesMayEndAsElsewhere(HostileFormat format) throws IOException {
        byte[] file = "a\t1\r\nb\t2\n".replace('\t', format.separator()).getBytes(StandardCharsets.UTF_8);
        for (long size : new long[] {file.length, -1}) {
            Vocabulary words = format.vocabulary(file, size);
            assertThat(List.of(words.word(0), words.word(1))).containsExactly("a", "b");
            assertThat(words.counts()).containsExactly(1, 2);
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
        "'a\t\n', line 1",
        "'a\t1\rb\n', line 1",
        "'a\t1\r', line 1",
        "'a\t\r\n', line 1",
        "'a\t9000000000000000000\nb\t9999999999999999999\n', line 2: expected a count of 0 to 9223372036854775807"
    })
    void vocabulariesOfOtherFormsAreRefused(String text, String where) {
        for (HostileFormat format : new HostileFormat[] {HostileFormat.VOCABULARY, HostileFormat.STANFORD_VOCABULARY}) {
            byte[] file = text.replace('\t', format.separator()).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> format.read(file, file.length))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining(NAME)
                    .hasMessageContaining(where);
        }
    }

    @Test
    void binaryVectorsMustBeFinite() {
        ByteBuffer file = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        file.put("1 2\nx ".getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(Float.NaN);
        assertThatThrownBy(() -> HostileFormat.BINARY.read(file.array(), 14))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("'x'")
                .hasMessageContaining("NaN");
    }

    @Test
    void messagesQuoteThePartOfALongWord() {
        String word = "x".repeat(60_000);
        String floats = "\0\0\u0080?\0\0\u0080?";
        requireShort(HostileFormat.TEXT, "2 1\n" + word + " 1\n" + word + " 2\n", "again, after line 2");
        requireShort(HostileFormat.GLOVE, word + " 1 2\n" + word + " 3 4\n", "again, after line 1");
        requireShort(
                HostileFormat.BINARY, "2 2\n" + word + " " + floats + word + " " + floats, "again, after vector 1");
        requireShort(HostileFormat.BINARY, "1 1\n" + word + " \0\0\u0080\u007F", "NaN or infinity");
        requireShort(HostileFormat.VOCABULARY, word + "\t1\n" + word + "\t2\n", "again, after line 1");
    }

    /** @param file one character a byte */
    private static void requireShort(HostileFormat format, String file, String reason) {
        byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> format.read(bytes, bytes.length))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(reason)
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message).hasSizeLessThan(600));
    }

    @Test
    void errorsNameFileOffsetExpectedAndFound() {
        assertThatThrownBy(() -> HostileFormat.MODEL.read("WORDLOOX....".getBytes(StandardCharsets.UTF_8), 12))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("at byte 8")
                .hasMessageContaining("expected a Wordloom model")
                .hasMessageContaining("found");
    }

    private static void expect(HostileFormat format, byte[] file, long size, boolean mustFail) throws IOException {
        try {
            format.read(file, size);
            assertThat(mustFail).as("%s read %s", format, Arrays.toString(file)).isFalse();
        } catch (WordloomException e) {
            assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT);
            assertThat(e).hasMessageContaining(NAME);
        }
    }
}
