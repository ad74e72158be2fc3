package org.wordloom.format.tokenizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;

/**
 * The codes of subword-nmt, version 0.2: a line {@code #version: 0.2}, then a line a merge, the first merge first: left
 * piece, a space, right piece; {@code </w>} ends a word.
 *
 * <p>The file has no ids. A model that is read has {@link #UNKNOWN} as id 0, then the pieces in the order in which the
 * file mentions or makes them.
 */
public final class SubwordNmtFormat {
    /** The piece for characters that no merge names. subword-nmt itself has none: it passes them through as they are. */
    public static final String UNKNOWN = "<unk>";

    /** What ends a word. */
    public static final String SUFFIX = "</w>";

    private static final String HEADER = "#version: 0.2";

    private SubwordNmtFormat() {}

    /**
     * Reads a model. Of equal merges the first one counts, as in subword-nmt. The stream is not closed.
     *
     * @param file the name for messages
     * @throws WordloomException FORMAT, naming the line, for another version or what is not two pieces
     */
    public static BpeModel read(InputStream in, String file) throws IOException {
        TextLines lines = new TextLines(in, file);
        String header = lines.next();
        if (!HEADER.equals(header)) {
            throw lines.wrong(
                    "'" + HEADER + "'",
                    header == null
                            ? "the end of the file"
                            : header.startsWith("#version") ? "'" + header + "', which is not read" : "no version");
        }
        Map<String, Integer> ids = new LinkedHashMap<>();
        id(UNKNOWN, ids);
        IntArrayList merges = new IntArrayList();
        Set<Long> known = new HashSet<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] pair = MergeLines.split(line, lines);
            int left = id(pair[0], ids);
            int right = id(pair[1], ids);
            id(pair[0] + pair[1], ids);
            if (known.add(((long) left << 32) | right)) {
                merges.add(left);
                merges.add(right);
            }
        }
        PieceTable pieces = PieceTable.of(ids.keySet().toArray(String[]::new));
        BpeOptions options = BpeOptions.defaults().withUnknownToken(UNKNOWN).withEndOfWordSuffix(SUFFIX);
        return new BpeModel(pieces, merges.toIntArray(), options);
    }

    /**
     * Writes a model. The stream is flushed, not closed.
     *
     * @throws WordloomException USAGE for a model that the format cannot hold, before anything is written
     */
    public static void write(BpeModel model, OutputStream out) throws IOException {
        BpeOptions options = model.options();
        require(options.endOfWordSuffix().equals(SUFFIX), "words do not end with " + SUFFIX);
        require(options.continuingPrefix().isEmpty(), "pieces begin with '" + options.continuingPrefix() + "'");
        require(!options.longestFirst(), "it goes by longest pieces, not by merges");
        require(!options.byteFallback(), "it has byte fallback");
        require(!options.ignoreMerges(), "it takes whole words whatever the merges");
        MergeLines.requireWritable(model);
        out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        MergeLines.write(model, out);
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new WordloomException(
                    ExitCode.USAGE, "the model cannot be written as subword-nmt codes, because " + why);
        }
    }

    private static int id(String piece, Map<String, Integer> ids) {
        Integer known = ids.putIfAbsent(piece, ids.size());
        return known == null ? ids.size() - 1 : known;
    }
}
