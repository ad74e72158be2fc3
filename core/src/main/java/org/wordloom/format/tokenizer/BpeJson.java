package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;

/**
 * The model {@code BPE} in {@code tokenizer.json}. Merges are pairs of pieces, or in older files a text with a space between
 * them.
 */
final class BpeJson implements ModelJson {
    @Override
    public String type() {
        return "BPE";
    }

    /** Taking the longest pieces first is not in the format. */
    @Override
    public boolean canWrite(SubwordModel model) {
        return model instanceof BpeModel;
    }

    @Override
    public SubwordModel read(JsonObject json) {
        PieceTable pieces = PieceTable.of(json.pieces("vocab"));
        BpeOptions options = BpeOptions.defaults()
                .withDropout(dropout(json))
                .withUnknownToken(json.string("unk_token", ""))
                .withContinuingPrefix(json.string("continuing_subword_prefix", ""))
                .withEndOfWordSuffix(json.string("end_of_word_suffix", ""))
                .withFuseUnknown(json.flag("fuse_unk", false))
                .withByteFallback(json.flag("byte_fallback", false))
                .withIgnoreMerges(json.flag("ignore_merges", false));
        if (!options.unknownToken().isEmpty() && pieces.id(options.unknownToken()) == SubwordModel.UNKNOWN) {
            throw json.wrong("unk_token", "a piece of vocab", "'" + options.unknownToken() + "'");
        }
        int[] merges = merges(json, pieces);
        try {
            return new BpeModel(pieces, merges, options);
        } catch (IllegalArgumentException e) {
            throw json.wrong("merges", "merges that fit the pieces", e.getMessage());
        }
    }

    @Override
    public void write(SubwordModel model, JsonGenerator out) throws IOException {
        BpeModel bpe = (BpeModel) model;
        BpeOptions options = bpe.options();
        if (options.longestFirst()) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "a BPE model that takes the longest pieces first cannot be written to tokenizer.json, which knows"
                            + " merges only");
        }
        if (options.dropout() > 0) {
            out.writeNumberField("dropout", options.dropout());
        } else {
            out.writeNullField("dropout");
        }
        writeOrNull("unk_token", options.unknownToken(), out);
        writeOrNull("continuing_subword_prefix", options.continuingPrefix(), out);
        writeOrNull("end_of_word_suffix", options.endOfWordSuffix(), out);
        out.writeBooleanField("fuse_unk", options.fuseUnknown());
        out.writeBooleanField("byte_fallback", options.byteFallback());
        out.writeBooleanField("ignore_merges", options.ignoreMerges());
        PieceJson.write("vocab", bpe, out);
        out.writeArrayFieldStart("merges");
        for (int rank = 0; rank < bpe.mergeCount(); rank++) {
            out.writeStartArray();
            out.writeString(bpe.piece(bpe.left(rank)));
            out.writeString(bpe.piece(bpe.right(rank)));
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static double dropout(JsonObject json) {
        double dropout = json.number("dropout", 0);
        if (!(dropout >= 0 && dropout <= 1)) {
            throw json.wrong("dropout", "a number from 0 to 1", Double.toString(dropout));
        }
        return dropout;
    }

    private static int[] merges(JsonObject json, PieceTable pieces) {
        List<?> entries = json.list("merges");
        int[] merges = new int[Math.multiplyExact(2, entries.size())];
        for (int rank = 0; rank < entries.size(); rank++) {
            Object entry = entries.get(rank);
            String place = "merges[" + rank + "]";
            if (entry instanceof String text && text.indexOf(' ') > 0) {
                int space = text.indexOf(' ');
                merges[2 * rank] = id(json, place, pieces, text.substring(0, space));
                merges[2 * rank + 1] = id(json, place, pieces, text.substring(space + 1));
            } else if (entry instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String left
                    && pair.get(1) instanceof String right) {
                merges[2 * rank] = id(json, place, pieces, left);
                merges[2 * rank + 1] = id(json, place, pieces, right);
            } else {
                throw json.wrong(place, "two pieces", "something else");
            }
        }
        return merges;
    }

    private static int id(JsonObject json, String place, PieceTable pieces, String piece) {
        int id = pieces.id(piece);
        if (id == SubwordModel.UNKNOWN) {
            throw json.wrong(place, "pieces of vocab", "'" + piece + "'");
        }
        return id;
    }

    private static void writeOrNull(String field, String text, JsonGenerator out) throws IOException {
        if (text.isEmpty()) {
            out.writeNullField(field);
        } else {
            out.writeStringField(field, text);
        }
    }
}
