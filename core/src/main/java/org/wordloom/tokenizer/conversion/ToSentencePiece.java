package org.wordloom.tokenizer.conversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;
import org.wordloom.tokenizer.unigram.UnigramModel;

/** The SentencePiece model that takes text apart as a tokenizer does. */
public final class ToSentencePiece {
    private final Tokenizer tokenizer;
    private final Expressible expressible;
    private final List<String> pieces = new ArrayList<>();
    private final List<PieceType> types = new ArrayList<>();
    private ModelKind kind;
    private boolean byteFallback;
    private float[] scores;

    private ToSentencePiece(Tokenizer tokenizer, String format) {
        this.tokenizer = tokenizer;
        this.expressible = new Expressible(tokenizer, format);
    }

    /**
     * The model. Special tokens become pieces that no text has: their names in text are text.
     *
     * @throws org.wordloom.base.WordloomException USAGE, naming what of the tokenizer a model's file cannot say
     */
    public static SentencePieceModel model(Tokenizer tokenizer, String format) {
        return tokenizer.model() instanceof SentencePieceSubwords subwords
                ? subwords.model()
                : new ToSentencePiece(tokenizer, format).convert();
    }

    private SentencePieceModel convert() {
        if (tokenizer.model() instanceof BpeModel bpe) {
            readModel(bpe);
        } else {
            readModel(expressible.model(UnigramModel.class));
        }
        expressible.postProcessor(part -> part == null);
        PreparationSteps steps = new PreparationSteps(tokenizer, expressible);
        steps.requireWords(pieces, types);
        return new SentencePieceModel(
                kind, pieces, scores, types, byteFallback, null, steps.preparation(), OtherFields.NONE);
    }

    private void readModel(BpeModel model) {
        kind = ModelKind.BPE;
        requireOptions(model.options());
        byteFallback = model.options().byteFallback();
        addPieces(model.options().unknownToken());
        scores = scores(model);
    }

    private void readModel(UnigramModel model) {
        kind = ModelKind.UNIGRAM;
        byteFallback = model.byteFallback();
        addPieces(model.unknownId() < 0 ? "" : model.piece(model.unknownId()));
        scores = new float[pieces.size()];
        for (int id = 0; id < model.size(); id++) {
            scores[id] = (float) model.score(id);
        }
    }

    private void addPieces(String unknown) {
        SubwordModel model = tokenizer.model();
        expressible.require(!unknown.isEmpty(), "a model without an unknown token");
        for (int id = 0; id < model.size(); id++) {
            String piece = model.piece(id);
            expressible.require(piece != null, "ids without a piece, as " + id);
            boolean isByte = byteFallback && PieceType.byteOf(piece) >= 0;
            pieces.add(piece);
            types.add(piece.equals(unknown) ? PieceType.UNKNOWN : isByte ? PieceType.BYTE : PieceType.NORMAL);
        }
        for (AddedToken token : tokenizer.addedTokens()) {
            addToken(token);
        }
        for (int value = 0; byteFallback && value < 256; value++) {
            expressible.require(
                    model.id(PieceType.bytePiece(value)) >= 0,
                    "byte fallback without the piece " + PieceType.bytePiece(value));
        }
    }

    private void addToken(AddedToken token) {
        expressible.require(token.special(), "the added token '" + token.content() + "', which is not special");
        if (token.id() >= pieces.size()) {
            expressible.require(token.id() == pieces.size(), "ids without a piece, as " + pieces.size());
            pieces.add(token.content());
            types.add(PieceType.CONTROL);
        } else if (types.get(token.id()) != PieceType.UNKNOWN) {
            types.set(token.id(), PieceType.CONTROL);
        }
    }

    /** Minus the place among what merges make, in their order; then characters, by id, which nothing makes. */
    private float[] scores(BpeModel model) {
        float[] result = new float[pieces.size()];
        Arrays.fill(result, Float.NaN);
        int made = 0;
        int last = SubwordModel.UNKNOWN;
        for (int rank = 0; rank < model.mergeCount(); rank++) {
            int product = model.product(rank);
            if (product != last) {
                requireOneRank(Float.isNaN(result[product]), model, rank);
                result[product] = -made++;
                last = product;
            }
        }
        requireEverySplit(model);
        for (int id = 0; id < result.length; id++) {
            if (Float.isNaN(result[id])) {
                boolean inText = types.get(id) == PieceType.NORMAL;
                expressible.require(
                        !inText
                                || pieces.get(id)
                                                .codePointCount(
                                                        0, pieces.get(id).length())
                                        == 1,
                        "the piece '" + pieces.get(id) + "', which no merge makes");
                result[id] = inText ? -made++ : 0;
            }
        }
        return result;
    }

    private void requireOptions(BpeOptions options) {
        BpeOptions plain = BpeOptions.defaults()
                .withUnknownToken(options.unknownToken())
                .withByteFallback(options.byteFallback())
                .withFuseUnknown(true);
        expressible.require(
                options.withFuseUnknown(options.fuseUnknown() || options.byteFallback())
                        .equals(plain),
                "the model's " + options);
    }

    private void requireOneRank(boolean isNew, BpeModel model, int rank) {
        expressible.require(
                isNew,
                "merges with others between them that make the same piece, as '" + model.piece(model.product(rank))
                        + "'");
    }

    /** SentencePiece merges any two neighbours that are a piece together. */
    private void requireEverySplit(BpeModel model) {
        BpeModel all = model.withEverySplit();
        expressible.require(
                all.mergeCount() == model.mergeCount(),
                "merges of pairs, " + model.mergeCount() + " of " + all.mergeCount()
                        + " that its pieces allow (tokenizer train bpe --split metaspace learns them all)");
    }
}
