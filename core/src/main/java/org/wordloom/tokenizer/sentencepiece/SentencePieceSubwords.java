package org.wordloom.tokenizer.sentencepiece;

import java.util.List;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.WordEncoder;

/**
 * A SentencePiece model as the model and the decoder of a tokenizer that has no other part: a text is one word, and what
 * SentencePiece does to text beforehand is done here, so that the pieces are those of {@code spm_encode}, every one.
 */
public final class SentencePieceSubwords implements SubwordModel, Decoder {
    private final SentencePieceModel model;

    public SentencePieceSubwords(SentencePieceModel model) {
        this.model = model;
    }

    /** The tokenizer that does what the model's file says. */
    public static Tokenizer tokenizer(SentencePieceModel model) {
        SentencePieceSubwords subwords = new SentencePieceSubwords(model);
        return Tokenizer.builder(subwords).decoder(subwords).build();
    }

    /** What the file says. */
    public SentencePieceModel model() {
        return model;
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public int id(CharSequence piece) {
        return model.id(piece.toString());
    }

    @Override
    public String piece(int id) {
        return model.piece(id);
    }

    @Override
    public int unknownId() {
        return model.unknownId();
    }

    @Override
    public WordEncoder newEncoder() {
        return new TextEncoder(model.newEncoder());
    }

    @Override
    public List<String> decode(List<String> pieces) {
        return List.of(model.decode(pieces.stream().mapToInt(model::id).toArray()));
    }

    @Override
    public String toString() {
        return "SentencePiece " + model.kind();
    }
}
