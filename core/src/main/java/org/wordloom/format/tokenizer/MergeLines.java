package org.wordloom.format.tokenizer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.bpe.BpeModel;

/** Merges as text: a line a merge, left and right piece with one space between them. */
final class MergeLines {
    private MergeLines() {}

    /** Left and right piece of a line. */
    static String[] split(String line, TextLines lines) {
        int space = line.indexOf(' ');
        if (space < 1 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
            throw lines.wrong("two pieces with one space between them", "'" + abbreviated(line) + "'");
        }
        return new String[] {line.substring(0, space), line.substring(space + 1)};
    }

    /**
     * Checks that no piece of a merge holds what the lines cannot.
     *
     * @throws WordloomException USAGE
     */
    static void requireWritable(BpeModel model) {
        for (int rank = 0; rank < model.mergeCount(); rank++) {
            requireWritable(model.piece(model.left(rank)));
            requireWritable(model.piece(model.right(rank)));
        }
    }

    /** Writes all merges and flushes. */
    static void write(BpeModel model, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int rank = 0; rank < model.mergeCount(); rank++) {
            text.append(model.piece(model.left(rank)))
                    .append(' ')
                    .append(model.piece(model.right(rank)))
                    .append('\n');
            if (text.length() > 1 << 16) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void requireWritable(String piece) {
        if (piece.indexOf(' ') >= 0 || piece.indexOf('\n') >= 0 || piece.indexOf('\r') >= 0) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "the piece '" + Excerpt.of(piece)
                            + "' holds a space or line end, which a file of merges cannot; write" + " tokenizer.json");
        }
    }

    private static String abbreviated(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
