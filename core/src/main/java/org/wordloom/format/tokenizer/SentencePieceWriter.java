package org.wordloom.format.tokenizer;

import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;

/** Makes the message of a {@code .model}. */
final class SentencePieceWriter {
    private SentencePieceWriter() {}

    static byte[] write(SentencePieceModel model) {
        WireWriter out = new WireWriter();
        for (int id = 0; id < model.size(); id++) {
            out.message(SentencePieceFields.MODEL_PIECES, piece(model, id));
        }
        OtherFields others = model.otherFields();
        out.message(SentencePieceFields.MODEL_TRAINER, trainer(model));
        out.message(SentencePieceFields.MODEL_NORMALIZER, normalizer(model));
        if (!others.samples().isEmpty()) {
            out.message(SentencePieceFields.MODEL_SELF_TEST, selfTest(others));
        }
        if (others.denormalizer() != null) {
            out.array(
                    SentencePieceFields.MODEL_DENORMALIZER,
                    others.denormalizer().message());
        }
        return out.raw(others.model()).toBytes();
    }

    private static WireWriter piece(SentencePieceModel model, int id) {
        WireWriter piece = new WireWriter();
        piece.string(SentencePieceFields.PIECE_TEXT, model.piece(id));
        piece.number(SentencePieceFields.PIECE_SCORE, model.score(id));
        if (model.type(id) != PieceType.NORMAL) {
            piece.integer(SentencePieceFields.PIECE_TYPE, model.type(id).ordinal() + 1);
        }
        return piece;
    }

    private static WireWriter trainer(SentencePieceModel model) {
        WireWriter trainer = new WireWriter();
        trainer.integer(SentencePieceFields.TRAINER_MODEL_TYPE, model.kind().ordinal() + 1);
        trainer.integer(SentencePieceFields.TRAINER_VOCAB_SIZE, model.size());
        trainer.flag(
                SentencePieceFields.TRAINER_WHITESPACE_AS_SUFFIX,
                model.preparation().options().whitespaceAsSuffix());
        trainer.flag(SentencePieceFields.TRAINER_BYTE_FALLBACK, model.byteFallback());
        if (model.hasUnknownSurface()) {
            trainer.string(SentencePieceFields.TRAINER_UNK_SURFACE, model.unknownSurface());
        }
        byte[] others = model.otherFields().trainer();
        if (others.length == 0) {
            addSpecialIds(model, trainer);
        }
        return trainer.raw(others);
    }

    /** Minus one, the way of SentencePiece to say that there is none, takes ten bytes. */
    private static void addSpecialIds(SentencePieceModel model, WireWriter trainer) {
        trainer.integer(SentencePieceFields.TRAINER_UNK_ID, model.unknownId());
        trainer.integer(SentencePieceFields.TRAINER_BOS_ID, model.id("<s>"));
        trainer.integer(SentencePieceFields.TRAINER_EOS_ID, model.id("</s>"));
        trainer.integer(SentencePieceFields.TRAINER_PAD_ID, model.id("<pad>"));
    }

    private static WireWriter normalizer(SentencePieceModel model) {
        NormalizerOptions options = model.preparation().options();
        WireWriter normalizer = new WireWriter();
        normalizer.string(
                SentencePieceFields.NORMALIZER_NAME, model.preparation().name());
        byte[] map = model.preparation().map() == null
                ? new byte[0]
                : model.preparation().map().toBytes();
        normalizer.array(SentencePieceFields.NORMALIZER_CHARACTER_MAP, map);
        normalizer.flag(SentencePieceFields.NORMALIZER_DUMMY_PREFIX, options.dummyPrefix());
        normalizer.flag(SentencePieceFields.NORMALIZER_REMOVE_WHITESPACE, options.removesExtraWhitespace());
        normalizer.flag(SentencePieceFields.NORMALIZER_ESCAPE_WHITESPACE, options.escapesWhitespace());
        return normalizer.raw(model.otherFields().normalizer());
    }

    private static WireWriter selfTest(OtherFields others) {
        WireWriter selfTest = new WireWriter();
        for (OtherFields.SelfTestSample sample : others.samples()) {
            selfTest.message(
                    SentencePieceFields.SELF_TEST_SAMPLES,
                    new WireWriter()
                            .string(SentencePieceFields.SAMPLE_INPUT, sample.input())
                            .string(SentencePieceFields.SAMPLE_EXPECTED, sample.expected()));
        }
        return selfTest;
    }
}
