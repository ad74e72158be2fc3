package org.wordloom.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.format.WordModelWriter.Section;
import org.wordloom.format.tokenizer.Excerpt;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.Vocabulary;

/** Reads a model section by section, in the order of the file, as {@link WordModelFormat} describes. */
final class WordModelReader {

    private final FormatInput in;
    private final WordModelHeader header;
    private final int wanted;

    /** @param maxWords how many words and input vectors are kept */
    WordModelReader(FormatInput in, int maxWords) throws IOException {
        this.in = in;
        this.header = WordModelHeader.read(in);
        this.wanted = Math.min(maxWords, header.words());
    }

    WordModelHeader header() {
        return header;
    }

    Map<String, String> readProvenance() throws IOException {
        long bytes = begin(Section.PROVENANCE);
        if (bytes > WordModelWriter.MAX_PROVENANCE_BYTES) {
            throw in.damaged(
                    "provenance of at most " + WordModelWriter.MAX_PROVENANCE_BYTES + " bytes", String.valueOf(bytes));
        }
        long end = bytes + in.offset();
        Map<String, String> provenance = new TreeMap<>();
        int entries = in.readInt("the number of provenance entries");
        for (int i = 0; i < entries; i++) {
            int keyBytes = in.readInt("the length of a name");
            int valueBytes = in.readInt("the length of a value");
            String key = readText(keyBytes, end);
            provenance.put(key, readText(valueBytes, end));
        }
        if (entries < 0 || provenance.size() != entries || in.offset() != end) {
            throw in.damaged("provenance entries that fill their section", entries + " entries that do not");
        }
        end(Section.PROVENANCE);
        return provenance;
    }

    private String readText(int bytes, long end) throws IOException {
        if (bytes < 0 || bytes > end - in.offset()) {
            throw in.damaged("a text within its section", "a length of " + bytes + " bytes");
        }
        return new String(in.readArray(bytes, "provenance"), StandardCharsets.UTF_8);
    }

    Vocabulary readVocabulary() throws IOException {
        long bytes = begin(Section.VOCABULARY);
        int words = header.words();
        long textBytes = bytes - (long) words * (Long.BYTES + Integer.BYTES);
        long[] counts = readCounts();
        int[] starts = readStarts(textBytes);
        byte[] utf8 = in.readArray(starts[wanted], "words");
        in.skip(textBytes - starts[wanted], "words");
        end(Section.VOCABULARY);
        try {
            return new Vocabulary(utf8, starts, counts);
        } catch (IllegalArgumentException e) {
            throw in.damaged("every word once", Excerpt.of(e.getMessage()));
        }
    }

    private long[] readCounts() throws IOException {
        long[] counts = new long[in.initialCapacity(wanted)];
        long total = 0;
        for (int id = 0; id < wanted; id++) {
            if (id == counts.length) {
                counts = Arrays.copyOf(counts, (int) Math.min(wanted, 2L * id));
            }
            counts[id] = in.readLong("a count");
            total += counts[id];
            if (counts[id] < 0 || total < 0) {
                throw in.damaged("counts of at least 0 and a sum below 2^63", "count " + counts[id]);
            }
        }
        in.skip((long) (header.words() - wanted) * Long.BYTES, "counts");
        return counts;
    }

    private int[] readStarts(long textBytes) throws IOException {
        int[] starts = new int[in.initialCapacity(wanted) + 1];
        long start = 0;
        for (int id = 0; id < header.words(); id++) {
            int length = in.readInt("the length of a word");
            start += length;
            if (length <= 0 || start > textBytes) {
                throw in.damaged("a word of 1 byte or more within its section", "a word of " + length + " bytes");
            }
            if (id < wanted) {
                starts = id + 1 < starts.length ? starts : Arrays.copyOf(starts, (int) Math.min(wanted + 1L, 2L * id));
                starts[id + 1] = checkedStart(start);
            }
        }
        if (start != textBytes) {
            throw in.damaged("words of " + textBytes + " bytes together", start + " bytes");
        }
        return starts;
    }

    private int checkedStart(long start) {
        if (start > Integer.MAX_VALUE - 8) {
            throw in.damaged("at most 2 GB of words", "more");
        }
        return (int) start;
    }

    /** The first input vectors, as many as words are wanted. */
    RowMatrix readInput() throws IOException {
        require(Section.INPUT, begin(Section.INPUT), header.inputBytes());
        RowMatrix matrix = readMatrix(wanted, header.inputColumns());
        if (wanted == header.words()) {
            end(Section.INPUT);
        }
        return matrix;
    }

    /** The output vectors of the words that are wanted; all of them when they do not belong to words. */
    RowMatrix readFirstOutput() throws IOException {
        if (wanted == header.words()) {
            return readOutput();
        }
        in.skip((long) (header.words() - wanted) * header.inputColumns() * Float.BYTES, "vectors");
        in.skip(Integer.BYTES, "a checksum");
        require(Section.OUTPUT, begin(Section.OUTPUT), header.outputBytes());
        int rows = header.outputRows() == header.words() ? wanted : header.outputRows();
        return readMatrix(rows, header.outputColumns());
    }

    /** The output vectors, and the end of the file. */
    RowMatrix readOutput() throws IOException {
        require(Section.OUTPUT, begin(Section.OUTPUT), header.outputBytes());
        RowMatrix matrix = readMatrix(header.outputRows(), header.outputColumns());
        end(Section.OUTPUT);
        if (in.offset() != header.fileBytes()) {
            throw in.damaged("a file of " + header.fileBytes() + " bytes", in.offset() + " bytes");
        }
        in.requireEnd();
        return matrix;
    }

    private RowMatrix readMatrix(int rows, int columns) throws IOException {
        GrowingMatrix matrix = new GrowingMatrix(rows, columns, in.size() >= 0);
        for (int row = 0; row < rows; row++) {
            RowMatrix to = matrix.addRow();
            in.readFloats(to.chunk(row), to.offset(row), columns, "a vector");
        }
        return matrix.toMatrix();
    }

    /** Reads a section's frame; returns the length of its content, which the file's length covers. */
    private long begin(Section section) throws IOException {
        int number = in.readInt("section " + section);
        if (number != section.number()) {
            throw in.damaged("section " + section.number() + " (" + section + ")", "section " + number);
        }
        long bytes = in.readLong("the length of a section");
        if (bytes < 0 || bytes > header.fileBytes() - in.offset()) {
            throw in.damaged("a section within the file of " + header.fileBytes() + " bytes", bytes + " bytes");
        }
        in.startChecksum();
        return bytes;
    }

    private void require(Section section, long bytes, long expected) {
        if (bytes != expected) {
            throw in.damaged("section " + section + " of " + expected + " bytes", bytes + " bytes");
        }
    }

    private void end(Section section) throws IOException {
        FormatHeaders.requireChecksum(in, "section " + section);
    }
}
