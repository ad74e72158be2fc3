package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;

/** Reads one file of {@link GloveTextFormat}. */
final class GloveTextReader {
    private final FormatInput input;
    private final FieldLine line;
    private final boolean headerRequired;
    private final DecimalParser parser = new DecimalParser();
    private final CollectedWords words = new CollectedWords();
    private int promised = -1;
    private int dimension;
    private GrowingMatrix matrix;

    GloveTextReader(InputStream in, String name, long size, boolean headerRequired) {
        this.input = new FormatInput(in, name, size);
        this.line = new FieldLine(input);
        this.headerRequired = headerRequired;
    }

    WordVectors read(int maxWords) throws IOException {
        readFirstLine();
        while (words.size() < maxWords && line.read()) {
            if (line.fields() == 0) {
                requireBlankRest();
                break;
            }
            addRow();
        }
        if (words.size() < maxWords) {
            requirePromise();
        }
        int linesBefore = promised < 0 ? 1 : 2;
        return new WordVectors(words.toVocabulary(input, id -> "line " + (id + linesBefore)), matrix.toMatrix());
    }

    /** The header, or the first vector, which says the dimension. */
    private void readFirstLine() throws IOException {
        if (!line.read()) {
            throw damaged("a word and its values", "the end of the file");
        }
        if (isHeader()) {
            readHeader();
            return;
        }
        if (headerRequired) {
            throw damaged("two whole numbers, words and dimension", line.fields() + " fields");
        }
        dimension = numbersAtEnd();
        if (dimension == 0) {
            throw damaged("a word and its values", "no number at the end");
        }
        startMatrix(Integer.MAX_VALUE - 8);
        addRow();
    }

    private boolean isHeader() {
        return line.fields() == 2 && isWhole(0) && isWhole(1);
    }

    private boolean isWhole(int field) {
        for (int i = line.start(field); i < line.end(field); i++) {
            if (line.bytes()[i] < '0' || line.bytes()[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void readHeader() {
        promised = whole(0, Integer.MAX_VALUE - 8);
        dimension = whole(1, Word2VecHeader.MAX_DIMENSION);
        // A word has at least one byte, a value a space and a digit, a line an end.
        long room = input.size() - input.offset();
        if (input.size() >= 0 && promised * (2 * (long) dimension + 2) > room) {
            throw damaged("room for " + promised + " vectors of dimension " + dimension, room + " bytes after it");
        }
        startMatrix(promised);
    }

    private int whole(int field, int max) {
        long value = 0;
        for (int i = line.start(field); i < line.end(field); i++) {
            value = Math.min(value * 10 + line.bytes()[i] - '0', Long.MAX_VALUE / 16);
        }
        if (value < 1 || value > max) {
            throw damaged("a header of two numbers from 1 to " + max, text(field));
        }
        return (int) value;
    }

    /** Text may claim many more values than it holds: room grows with what is read. */
    private void startMatrix(int rows) {
        if (dimension > Word2VecHeader.MAX_DIMENSION) {
            throw damaged("at most " + Word2VecHeader.MAX_DIMENSION + " values", dimension + " values");
        }
        matrix = new GrowingMatrix(rows, dimension, false);
    }

    /** How many fields at the end of the line are numbers; the first field is the word, whatever it looks like. */
    private int numbersAtEnd() {
        int count = 0;
        for (int field = line.fields() - 1; field > 0 && isNumber(field); field--) {
            count++;
        }
        return count;
    }

    private boolean isNumber(int field) {
        return !Float.isNaN(value(field));
    }

    private float value(int field) {
        return parser.parse(line.bytes(), line.start(field), line.end(field));
    }

    private void addRow() {
        if (words.size() == promised) {
            throw damaged("the end of the file after " + promised + " vectors, as the header promises", "more data");
        }
        int first = line.fields() - dimension;
        if (first < 1) {
            throw damaged("a word and " + dimension + " values", line.fields() + " fields");
        }
        addWord(first);
        RowMatrix rows = matrix.addRow();
        int row = matrix.rows() - 1;
        float[] chunk = rows.chunk(row);
        int offset = rows.offset(row);
        for (int column = 0; column < dimension; column++) {
            float value = value(first + column);
            if (Float.isNaN(value)) {
                throw damaged("a finite number as value " + (column + 1), text(first + column));
            }
            chunk[offset + column] = value;
        }
    }

    /** All fields before the values. */
    private void addWord(int fields) {
        if (line.start(0) > 0) {
            throw damaged("a word at the beginning", "a blank");
        }
        for (int field = 1; field < fields; field++) {
            if (isNumber(field)) {
                throw damaged(dimension + " values", "more: " + text(field));
            }
        }
        int length = line.end(fields - 1);
        if (length > WritableWords.MAX_BYTES) {
            throw damaged("a word of at most " + WritableWords.MAX_BYTES + " bytes", "a longer one");
        }
        words.add(line.bytes(), 0, length, 0, input);
    }

    private void requireBlankRest() throws IOException {
        while (line.read()) {
            if (line.fields() > 0) {
                throw damaged("nothing after an empty line", text(0));
            }
        }
    }

    private void requirePromise() {
        if (promised >= 0 && words.size() < promised) {
            throw damaged(promised + " vectors, as the header promises", "the end of the file after " + words.size());
        }
    }

    private String text(int field) {
        int length = Math.min(40, line.end(field) - line.start(field));
        return "'" + new String(line.bytes(), line.start(field), length, StandardCharsets.UTF_8) + "'";
    }

    private WordloomException damaged(String expected, String found) {
        return input.damagedAt(line.place(), expected, found);
    }
}
