package org.wordloom.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.text.Utf8Text;

class Utf8LinesTest {
    private static final int[] BYTES_AT_A_TIME = {1, 3, Integer.MAX_VALUE};

    /** Among them what ends lines elsewhere; the last four are malformed. */
    private static final List<byte[]> PARTS = List.of(
            utf8("a"),
            utf8("é中"),
            utf8("😀"),
            utf8("\n"),
            utf8("\r\n"),
            utf8("\r"),
            utf8("\f\u0085\u2028\t"),
            utf8("\uFEFF"),
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xEF, (byte) 0xBB},
            new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x98});

    @Test
    void agreesWithSplittingTheWholeText() throws IOException {
        long seed = Long.getLong("wordloom.seed", System.nanoTime());
        System.out.println("Utf8LinesTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (random.nextInt(3) == 0) {
                bytes.writeBytes(utf8("\uFEFF"));
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                bytes.writeBytes(PARTS.get(random.nextInt(PARTS.size())));
            }
            requireAgreement(bytes.toByteArray());
        }
    }

    /** Around the sizes of the buffer, and of the longest line whose memory is kept. */
    @ParameterizedTest
    @ValueSource(ints = {65_534, 65_535, 65_536, 65_537, 65_538, (1 << 20) - 1, 1 << 20, (1 << 20) + 1})
    void longLinesStayWhole(int length) throws IOException {
        String line = "é" + "x".repeat(length - 2);
        for (String lines : List.of("L\n\nL\r\nb", "L\r\nL\n\r\n", "\uFEFFL\nL\r")) {
            requireAgreement(utf8(lines.replace("L", line)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\uFEFF", "\uFEFF\n", "\uFEFF\uFEFF", "\n", "\r", "\r\n", "a\n\uFEFFb", "a\r\r\n", "a\n\r"})
    void oddTexts(String text) throws IOException {
        requireAgreement(utf8(text));
    }

    private static void requireAgreement(byte[] bytes) throws IOException {
        List<String> expected = reference(bytes);
        for (int atATime : BYTES_AT_A_TIME) {
            Utf8Lines lines = new Utf8Lines(new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] to, int from, int length) {
                    return super.read(to, from, Math.min(length, atATime));
                }
            });
            List<String> found = new ArrayList<>();
            long malformed = 0;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                found.add(line.get());
                malformed += line.get().contains("\uFFFD") ? 1 : 0;
                assertThat(lines.isMalformed()).isEqualTo(line.get().contains("\uFFFD"));
                assertThat(lines.malformedLines()).isEqualTo(malformed);
            }
            // Not compared by AssertJ, which would print megabytes.
            assertThat(found.equals(expected))
                    .as(
                            "%d bytes at a time of %s",
                            atATime, Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, 99))))
                    .isTrue();
            assertThat(lines.next()).isEmpty();
        }
    }

    private static List<String> reference(byte[] bytes) {
        String text = Utf8Text.decode(bytes, 0, bytes.length);
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = new ArrayList<>(List.of(unmarked.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        if (!last.isEmpty()) {
            lines.add(last);
        }
        return lines;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
