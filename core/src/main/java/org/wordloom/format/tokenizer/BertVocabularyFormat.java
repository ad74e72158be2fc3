package org.wordloom.format.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

/** BERT's {@code vocab.txt}: a line a piece; ids follow the lines, from 0. */
public final class BertVocabularyFormat {
    private BertVocabularyFormat() {}

    /**
     * Reads a model. The stream is not closed.
     *
     * @param file the name for messages
     * @throws WordloomException FORMAT, naming the line, for an empty line or a piece that is there twice, or when the
     *     unknown token is missing
     */
    public static WordPieceModel read(InputStream in, String file, WordPieceOptions options) throws IOException {
        TextLines lines = new TextLines(in, file);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String piece = lines.next(); piece != null; piece = lines.next()) {
            if (piece.isEmpty()) {
                throw lines.wrong("a piece", "an empty line");
            }
            Integer first = numbers.putIfAbsent(piece, lines.number());
            if (first != null) {
                throw lines.wrong("pieces that differ", "'" + piece + "', which is line " + first + " too");
            }
        }
        if (!numbers.containsKey(options.unknownToken())) {
            throw lines.wrong(
                    "the unknown token " + options.unknownToken() + " in one of the lines", "the end of the file");
        }
        return new WordPieceModel(PieceTable.of(numbers.keySet().toArray(String[]::new)), options);
    }

    /**
     * Writes a model. The stream is flushed, not closed.
     *
     * @throws WordloomException USAGE for ids without a piece and for pieces with a line end, before anything is written
     */
    public static void write(WordPieceModel model, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < model.size(); id++) {
            String piece = model.piece(id);
            if (piece == null || piece.isEmpty() || piece.indexOf('\n') >= 0 || piece.endsWith("\r")) {
                throw new WordloomException(
                        ExitCode.USAGE,
                        "id " + id + " has no piece, or one that is empty or holds a line end, which vocab.txt cannot;"
                                + " write tokenizer.json");
            }
            text.append(piece).append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
