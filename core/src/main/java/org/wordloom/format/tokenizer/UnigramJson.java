package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.unigram.Dialect;
import org.wordloom.tokenizer.unigram.UnigramModel;

/**
 * The unigram model of a {@code tokenizer.json}: {@code unk_id}, {@code vocab} as pairs of piece and score, {@code
 * byte_fallback}. It knows no types of pieces: all are found in text, and added tokens stand in for the special ones.
 */
final class UnigramJson implements ModelJson {
    @Override
    public String type() {
        return "Unigram";
    }

    @Override
    public boolean canWrite(SubwordModel model) {
        return model instanceof UnigramModel;
    }

    @Override
    public SubwordModel read(JsonObject json) {
        List<?> entries = json.list("vocab");
        if (entries.isEmpty()) {
            throw json.wrong("vocab", "one piece or more", "none");
        }
        List<String> pieces = new ArrayList<>(entries.size());
        double[] scores = new double[entries.size()];
        for (int id = 0; id < scores.length; id++) {
            if (!(entries.get(id) instanceof List<?> pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof String piece)
                    || !(pair.get(1) instanceof Number score)) {
                throw json.wrong("vocab[" + id + "]", "a piece and a score", "something else");
            }
            pieces.add(piece);
            scores[id] = score.doubleValue();
        }
        int unknownId = json.integer("unk_id", 0, scores.length - 1, SubwordModel.UNKNOWN);
        boolean byteFallback = json.flag("byte_fallback", false);
        try {
            List<PieceType> types = Collections.nCopies(scores.length, PieceType.NORMAL);
            return new UnigramModel(pieces, scores, types, unknownId, byteFallback, Dialect.HUGGINGFACE);
        } catch (IllegalArgumentException e) {
            throw json.wrong("vocab", "pieces that differ, with finite scores", e.getMessage());
        }
    }

    @Override
    public void write(SubwordModel model, JsonGenerator out) throws IOException {
        UnigramModel unigram = (UnigramModel) model;
        if (unigram.unknownId() == SubwordModel.UNKNOWN) {
            out.writeNullField("unk_id");
        } else {
            out.writeNumberField("unk_id", unigram.unknownId());
        }
        out.writeArrayFieldStart("vocab");
        for (int id = 0; id < unigram.size(); id++) {
            out.writeStartArray();
            out.writeString(unigram.piece(id));
            out.writeNumber(unigram.score(id));
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeBooleanField("byte_fallback", unigram.byteFallback());
    }
}
