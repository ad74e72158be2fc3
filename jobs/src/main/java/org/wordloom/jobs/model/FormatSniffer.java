package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Tells the format of a vector file from its first bytes. */
final class FormatSniffer {
    private static final int HEAD_BYTES = 4096;
    private static final String MODEL_MAGIC = "WORDLOOM";
    private static final Pattern WORD2VEC_HEADER = Pattern.compile("\\A\\s*\\d+[ \\t]+\\d+[ \\t]*\\r?\\n");
    /** What follows the first word in a text file: digits, signs, exponents, not-a-number and infinity, spaces. */
    private static final Pattern NUMBERS = Pattern.compile("[-+.0-9eEnaifNIty \\t\\r\\n]*");

    /** The floats of a binary file always hold some; a word in a text file hardly ever does. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F&&[^\\r]]");

    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");
    /** Lines of text often end in one number. */
    private static final int MIN_VALUES = 2;

    /** How packed files begin, one character a byte; published vectors often come so. */
    private static final Map<String, String> PACKED =
            Map.of("\u001F\u008B", "gzip", "BZh", "bzip2", "\u0028\u00B5\u002F\u00FD", "zstd", "PK\u0003\u0004", "zip");

    private FormatSniffer() {}

    static VectorFileFormat recognise(FileAccess file) {
        try (InputStream in = file.open()) {
            return recognise(in.readNBytes(HEAD_BYTES), file.name());
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + file.name() + ": " + e.getMessage(), e);
        }
    }

    static VectorFileFormat recognise(byte[] bytes, String name) {
        // One character a byte: the positions of characters are those of bytes.
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher header = WORD2VEC_HEADER.matcher(head);
        if (head.startsWith(MODEL_MAGIC)) {
            return VectorFileFormat.WORDLOOM;
        }
        boolean headed = header.find();
        if (!headed && beginsWithVector(head)) {
            return VectorFileFormat.GLOVE;
        }
        if (!headed) {
            refusePacked(head, name);
            throw new WordloomException(
                    ExitCode.FORMAT,
                    name + " is no file of vectors: neither a model of Wordloom, nor word2vec's text or binary format,"
                            + " which begins with a line of two numbers, words and dimension, nor GloVe's text format,"
                            + " which begins with a word and its numbers");
        }
        return followsText(head, header.end()) ? VectorFileFormat.WORD2VEC_TEXT : VectorFileFormat.WORD2VEC;
    }

    private static void refusePacked(String head, String name) {
        PACKED.forEach((beginning, program) -> {
            if (head.startsWith(beginning)) {
                throw new WordloomException(ExitCode.FORMAT, name + " is packed by " + program + "; unpack it first");
            }
        });
    }

    /** A word, or several, and then two numbers at least; the last field may be cut. */
    private static boolean beginsWithVector(String head) {
        int end = head.indexOf('\n');
        String[] fields = (end < 0 ? head : head.substring(0, end)).trim().split("[ \t]+");
        int numbers = 0;
        while (numbers < fields.length - 1
                && NUMBER.matcher(fields[fields.length - 1 - numbers]).matches()) {
            numbers++;
        }
        return numbers >= MIN_VALUES;
    }

    /** Also where the first line is wrong, as with a comma for a point: then its reader says what is. */
    private static boolean followsText(String head, int from) {
        if (!CONTROL.matcher(head).region(from, head.length()).find()) {
            return true;
        }
        int word = head.indexOf(' ', from);
        if (word < 0) {
            return true;
        }
        int end = head.indexOf('\n', word);
        return NUMBERS.matcher(head.substring(word, end < 0 ? head.length() : end))
                .matches();
    }
}
