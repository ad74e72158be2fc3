package org.wordloom.cluster.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it receives: for each range its number, its length and its lines; unfinished lines end with "…". */
final class RecordedRanges implements RecordSink {
    final List<Long> numbers = new ArrayList<>();
    final List<Long> lengths = new ArrayList<>();
    final List<List<String>> lines = new ArrayList<>();
    long malformedBytes;

    @Override
    public void beginRange(long number) {
        numbers.add(number);
        lines.add(new ArrayList<>());
    }

    @Override
    public void text(byte[] utf8, int from, int to, boolean lineEnd) {
        String text = new String(utf8, from, to - from, StandardCharsets.ISO_8859_1);
        lines.get(lines.size() - 1).add(lineEnd ? text : text + "…");
    }

    @Override
    public void malformedRecord(int bytes) {
        malformedBytes += bytes;
    }

    @Override
    public void endRange(long bytes) {
        lengths.add(bytes);
    }

    /** All text, its lines ended by line feeds. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> range : lines) {
            for (String line : range) {
                text.append(line.endsWith("…") ? line.substring(0, line.length() - 1) : line + "\n");
            }
        }
        return text.toString();
    }
}
