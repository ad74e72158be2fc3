package org.wordloom.cluster.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.Seeds;

class TextRangeReaderTest {
    private static final int TINY_LOOK_AHEAD = 5;
    private static final int TINY_BUFFER = 24;

    private final SplittableRandom random = Seeds.random(TextRangeReaderTest.class);

    @Test
    void rangesTileAnyFileForAnySmallRangeSize() throws IOException {
        for (int trial = 0; trial < 3000; trial++) {
            byte[] file = randomText(random.nextInt(120));
            for (int rangeBytes = 1; rangeBytes < 20; rangeBytes++) {
                assertTiles(file, rangeBytes);
            }
        }
    }

    @Test
    void everyRangeReadAloneIsTheSameAsInOneStream() throws IOException {
        for (int trial = 0; trial < 500; trial++) {
            byte[] file = randomText(1 + random.nextInt(150));
            int rangeBytes = 1 + random.nextInt(30);
            RecordedRanges whole = read(file, rangeBytes, 0, Long.MAX_VALUE, false);
            for (int range = 0; range < whole.numbers.size(); range++) {
                RecordedRanges alone = read(file, rangeBytes, range, range + 1L, false);
                assertThat(alone.numbers).containsExactly((long) range);
                assertThat(alone.lengths.get(0)).isEqualTo(whole.lengths.get(range));
                assertThat(join(alone.lines.get(0))).isEqualTo(join(whole.lines.get(range)));
            }
        }
    }

    @Test
    void cutsFallWhereTheReferenceSays() throws IOException {
        for (int trial = 0; trial < 2000; trial++) {
            byte[] file = randomText(1 + random.nextInt(100));
            int rangeBytes = 1 + random.nextInt(25);
            RecordedRanges ranges = read(file, rangeBytes, 0, Long.MAX_VALUE, false);
            List<Long> expected = new ArrayList<>();
            for (int from = 0; from < file.length; from += rangeBytes) {
                expected.add((long) referenceCut(file, from + rangeBytes) - (from == 0 ? 0 : referenceCut(file, from)));
            }
            assertThat(ranges.lengths).isEqualTo(expected);
        }
    }

    @Test
    void wholeLinesAreNeverCut() throws IOException {
        for (int trial = 0; trial < 500; trial++) {
            byte[] file = randomText(1 + random.nextInt(200));
            int rangeBytes = 1 + random.nextInt(30);
            RecordedRanges ranges = read(file, rangeBytes, 0, Long.MAX_VALUE, true);
            assertThat(ranges.text()).doesNotContain("…").isEqualTo(lines(file));
            for (int range = 0; range < ranges.numbers.size(); range++) {
                assertThat(read(file, rangeBytes, range, range + 1L, true).lines.get(0))
                        .isEqualTo(ranges.lines.get(range));
            }
        }
    }

    @Test
    void wordsOfOneLongLineStayWhole() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int word = 0; line.length() < 2_000_000; word++) {
            line.append("word").append(word).append(' ');
        }
        RecordedRanges ranges = new RecordedRanges();
        readAll(new TextRangeReader(stream(line.toString(), 0), "test", 300_000, false, 0, Long.MAX_VALUE), ranges);
        assertThat(ranges.numbers).hasSize(7);
        assertThat(ranges.text()).isEqualTo(line + "\n");
        for (List<String> pieces : ranges.lines) {
            assertThat(pieces).allMatch(piece -> piece.startsWith("word") && piece.matches("(?s).* …?"));
        }
    }

    @Test
    void carriageReturnsAndAByteOrderMarkAreNoText() throws IOException {
        RecordedRanges ranges = new RecordedRanges();
        readAll(
                new TextRangeReader(stream("\u00EF\u00BB\u00BFa b\r\n\r\nc\rd\n", 0), "test", 100, false, 0, 9),
                ranges);
        assertThat(ranges.lines).containsExactly(List.of("a b", "", "c\rd"));
    }

    private void assertTiles(byte[] file, int rangeBytes) throws IOException {
        RecordedRanges ranges = new RecordedRanges();
        int count = (file.length + rangeBytes - 1) / rangeBytes;
        for (int range = 0; range < count; range++) {
            readAll(reader(file, rangeBytes, range, range + 1L, false), ranges);
        }
        assertThat(ranges.lengths.stream().mapToLong(x -> x).sum()).isEqualTo(file.length);
        assertThat(ranges.text()).isEqualTo(lines(file));
    }

    private static RecordedRanges read(byte[] file, int rangeBytes, long first, long end, boolean wholeLines)
            throws IOException {
        RecordedRanges ranges = new RecordedRanges();
        readAll(reader(file, rangeBytes, first, end, wholeLines), ranges);
        return ranges;
    }

    private static TextRangeReader reader(byte[] file, int rangeBytes, long first, long end, boolean wholeLines) {
        int from = (int) Math.min(file.length, first * rangeBytes);
        return new TextRangeReader(
                new ByteArrayInputStream(file, from, file.length - from),
                "test",
                rangeBytes,
                wholeLines,
                first,
                end,
                new TextCuts(TINY_LOOK_AHEAD),
                TINY_BUFFER);
    }

    private static void readAll(TextRangeReader reader, RangeSink sink) throws IOException {
        boolean more = true;
        while (more) {
            more = reader.next(sink);
        }
    }

    /** The rule of {@link TextCuts}, over the whole file. */
    private static int referenceCut(byte[] file, int at) {
        if (at >= file.length) {
            return file.length;
        }
        String rest = new String(file, at, file.length - at, StandardCharsets.ISO_8859_1);
        String seen = rest.substring(0, Math.min(rest.length(), TINY_LOOK_AHEAD));
        if (seen.indexOf('\n') >= 0) {
            return at + seen.indexOf('\n') + 1;
        }
        if (rest.length() <= TINY_LOOK_AHEAD) {
            return file.length;
        }
        for (int i = 0; i < seen.length(); i++) {
            if (seen.charAt(i) <= ' ') {
                return at + i + 1;
            }
        }
        for (int i = 0; i <= 3; i++) {
            if ((seen.charAt(i) & 0xC0) != 0x80) {
                return at + i;
            }
        }
        return at;
    }

    /** The text as {@link RecordedRanges#text} gives it: without carriage returns before line feeds, all lines ended. */
    private static String lines(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines).replace("…\n", "");
    }

    private byte[] randomText(int length) {
        String[] parts = {"a", "bc", " ", "\n", "é", "日本", "𝄞", "defghijkl", "\t"};
        int kinds = 2 + random.nextInt(parts.length - 1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(parts[random.nextInt(kinds)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(String text, int from) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }
}
