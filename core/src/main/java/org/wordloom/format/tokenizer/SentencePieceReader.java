package org.wordloom.format.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.sentencepiece.Denormalizer;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.OtherFields.SelfTestSample;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;

/** Gathers what a {@code .model} says, field by field, starting from SentencePiece's defaults. */
final class SentencePieceReader {
    private final String name;
    private final List<String> pieces = new ArrayList<>();
    private float[] scores = new float[1024];
    private final List<PieceType> types = new ArrayList<>();
    private final List<SelfTestSample> samples = new ArrayList<>();

    private ModelKind kind = ModelKind.UNIGRAM;
    private boolean byteFallback;
    private String unknownSurface;
    private boolean whitespaceAsSuffix;
    private final NormalizerReader normalizer;

    private final WireWriter otherTrainer = new WireWriter();
    private final WireWriter otherModel = new WireWriter();
    private Denormalizer denormalizer;

    SentencePieceReader(String name) {
        this.name = name;
        this.normalizer = new NormalizerReader(name);
    }

    SentencePieceModel read(WireReader in) {
        while (in.next()) {
            switch (in.field()) {
                case SentencePieceFields.MODEL_PIECES -> readPiece(in.message("a piece"));
                case SentencePieceFields.MODEL_TRAINER -> readTrainer(in.message("the trainer's settings"));
                case SentencePieceFields.MODEL_NORMALIZER -> normalizer.read(in.message("the normaliser's settings"));
                case SentencePieceFields.MODEL_SELF_TEST -> readSelfTest(in.message("samples"));
                case SentencePieceFields.MODEL_DENORMALIZER -> denormalizer = denormalizer(in);
                default -> in.copyTo(otherModel);
            }
        }
        if (pieces.isEmpty()) {
            throw new WordloomException(ExitCode.FORMAT, name + " is no SentencePiece model: it has no pieces");
        }
        return build();
    }

    private SentencePieceModel build() {
        OtherFields others = new OtherFields(
                otherTrainer.toBytes(), normalizer.otherFields(), otherModel.toBytes(), denormalizer, samples);
        try {
            return new SentencePieceModel(
                    kind,
                    pieces,
                    Arrays.copyOf(scores, pieces.size()),
                    types,
                    byteFallback,
                    unknownSurface,
                    normalizer.preparation(whitespaceAsSuffix),
                    others);
        } catch (IllegalArgumentException e) {
            throw new WordloomException(ExitCode.FORMAT, name + " is damaged: " + Excerpt.of(e.getMessage()), e);
        }
    }

    private void readPiece(WireReader in) {
        String text = "";
        float score = 0;
        PieceType type = PieceType.NORMAL;
        while (in.next()) {
            switch (in.field()) {
                case SentencePieceFields.PIECE_TEXT -> text = in.string("the text of piece " + pieces.size());
                case SentencePieceFields.PIECE_SCORE -> score = in.number("the score of piece " + pieces.size());
                case SentencePieceFields.PIECE_TYPE ->
                    type = type(in, in.integer("the type of piece " + pieces.size()));
                default ->
                    throw in.damaged(
                            "text, score and type of piece " + pieces.size(), "field " + in.field() + ", unknown here");
            }
        }
        if (pieces.size() == scores.length) {
            scores = Arrays.copyOf(scores, scores.length * 2);
        }
        scores[pieces.size()] = score;
        pieces.add(text);
        types.add(type);
    }

    private static PieceType type(WireReader in, int number) {
        if (number < 1 || number > PieceType.values().length) {
            throw in.damaged("a piece's type, 1 to " + PieceType.values().length, Integer.toString(number));
        }
        return PieceType.values()[number - 1];
    }

    private void readTrainer(WireReader in) {
        while (in.next()) {
            switch (in.field()) {
                case SentencePieceFields.TRAINER_MODEL_TYPE -> kind = kind(in, in.integer("model_type"));
                case SentencePieceFields.TRAINER_VOCAB_SIZE -> in.integer("vocab_size");
                case SentencePieceFields.TRAINER_WHITESPACE_AS_SUFFIX ->
                    whitespaceAsSuffix = in.flag("treat_whitespace_as_suffix");
                case SentencePieceFields.TRAINER_BYTE_FALLBACK -> byteFallback = in.flag("byte_fallback");
                case SentencePieceFields.TRAINER_UNK_SURFACE -> unknownSurface = in.string("unk_surface");
                default -> in.copyTo(otherTrainer);
            }
        }
    }

    private static ModelKind kind(WireReader in, int number) {
        if (number < 1 || number > ModelKind.values().length) {
            throw in.damaged("model_type, 1 to " + ModelKind.values().length, Integer.toString(number));
        }
        return ModelKind.values()[number - 1];
    }

    /** Keeps the message as it is, too, to be written again. */
    private Denormalizer denormalizer(WireReader in) {
        String what = "the denormaliser's settings";
        NormalizerReader reader = new NormalizerReader(name);
        reader.read(in.message(what));
        return new Denormalizer(in.array(what), reader.preparation(false));
    }

    private void readSelfTest(WireReader in) {
        while (in.next()) {
            if (in.field() != SentencePieceFields.SELF_TEST_SAMPLES) {
                throw in.damaged("samples", "field " + in.field() + ", unknown here");
            }
            readSample(in.message("a sample"));
        }
    }

    private void readSample(WireReader in) {
        String input = "";
        String expected = "";
        while (in.next()) {
            switch (in.field()) {
                case SentencePieceFields.SAMPLE_INPUT -> input = in.string("a sample's text");
                case SentencePieceFields.SAMPLE_EXPECTED -> expected = in.string("a sample's pieces");
                default -> throw in.damaged("a sample's text and pieces", "field " + in.field() + ", unknown here");
            }
        }
        samples.add(new SelfTestSample(input, expected));
    }
}
