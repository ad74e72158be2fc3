package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;

/**
 * A BPE model as two files, as GPT-2 has it: {@code vocab.json}, an object that maps each piece to its id, and {@code
 * merges.txt}, a line {@code #version: 0.2} (which may be missing) and then a line a merge, the first merge first: left
 * piece, a space, right piece. What else a model has ({@link BpeOptions}) is in neither.
 */
public final class Gpt2Format {
    private static final String VERSION = "#version";

    private Gpt2Format() {}

    /**
     * Reads a model. The streams are not closed.
     *
     * @param vocabularyFile the name of {@code vocab.json} for messages
     * @param mergesFile the name of {@code merges.txt} for messages
     * @param options what the files do not say
     * @throws WordloomException FORMAT, naming file and line, for what is not two pieces of the vocabulary that make a
     *     third one, and for a merge that is there twice
     */
    public static BpeModel read(
            InputStream vocabulary, String vocabularyFile, InputStream merges, String mergesFile, BpeOptions options)
            throws IOException {
        PieceTable pieces =
                PieceTable.of(JsonTree.read(vocabulary, vocabularyFile).pieces());
        String unknown = options.unknownToken();
        if (!unknown.isEmpty() && pieces.id(unknown) == SubwordModel.UNKNOWN) {
            throw new WordloomException(
                    ExitCode.FORMAT, vocabularyFile + " has no piece '" + Excerpt.of(unknown) + "', the unknown token");
        }
        int[] pairs = readMerges(new TextLines(merges, mergesFile), pieces, options.continuingPrefix());
        return new BpeModel(pieces, pairs, options);
    }

    /**
     * Writes both files. The streams are flushed, not closed.
     *
     * @throws WordloomException USAGE for a model that the files cannot hold, before anything is written
     */
    public static void write(BpeModel model, OutputStream vocabulary, OutputStream merges) throws IOException {
        if (model.options().longestFirst()) {
            throw new WordloomException(
                    ExitCode.USAGE, "the model goes by longest pieces: it has no merges for merges.txt");
        }
        MergeLines.requireWritable(model);
        requireNoVersions(model);
        JsonGenerator json = new JsonFactory().createGenerator(vocabulary);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        for (int id = 0; id < model.size(); id++) {
            if (model.piece(id) != null) {
                json.writeNumberField(model.piece(id), id);
            }
        }
        json.writeEndObject();
        json.close();
        merges.write((VERSION + ": 0.2\n").getBytes(StandardCharsets.UTF_8));
        MergeLines.write(model, merges);
    }

    /** HuggingFace's reader passes over such lines too, wherever they stand. */
    private static void requireNoVersions(BpeModel model) {
        for (int rank = 0; rank < model.mergeCount(); rank++) {
            String left = model.piece(model.left(rank));
            if (left.startsWith(VERSION)) {
                throw new WordloomException(
                        ExitCode.USAGE,
                        "a merge of the piece '" + Excerpt.of(left)
                                + "' would be read as a version in merges.txt; write" + " tokenizer.json");
            }
        }
    }

    private static int[] readMerges(TextLines lines, PieceTable pieces, String prefix) throws IOException {
        IntArrayList merges = new IntArrayList();
        Map<Long, Integer> known = new HashMap<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith(VERSION)) {
                continue;
            }
            String[] pair = MergeLines.split(line, lines);
            int left = id(pair[0], pieces, lines);
            int right = id(pair[1], pieces, lines);
            id(pair[0] + (pair[1].startsWith(prefix) ? pair[1].substring(prefix.length()) : pair[1]), pieces, lines);
            Integer first = known.putIfAbsent(((long) left << 32) | right, lines.number());
            if (first != null) {
                throw lines.wrong("merges that differ", "'" + line + "', which is line " + first + " too");
            }
            merges.add(left);
            merges.add(right);
        }
        return merges.toIntArray();
    }

    private static int id(String piece, PieceTable pieces, TextLines lines) {
        int id = pieces.id(piece);
        if (id == SubwordModel.UNKNOWN) {
            throw lines.wrong("pieces of the vocabulary", "'" + piece + "'");
        }
        return id;
    }
}
