package org.wordloom.format.tokenizer;

/** Numbers of fields in SentencePiece's messages, after its {@code sentencepiece_model.proto}. */
final class SentencePieceFields {
    static final int MODEL_PIECES = 1;
    static final int MODEL_TRAINER = 2;
    static final int MODEL_NORMALIZER = 3;
    static final int MODEL_SELF_TEST = 4;
    static final int MODEL_DENORMALIZER = 5;

    static final int PIECE_TEXT = 1;
    static final int PIECE_SCORE = 2;
    static final int PIECE_TYPE = 3;

    static final int TRAINER_MODEL_TYPE = 3;
    static final int TRAINER_VOCAB_SIZE = 4;
    static final int TRAINER_WHITESPACE_AS_SUFFIX = 24;
    static final int TRAINER_BYTE_FALLBACK = 35;
    static final int TRAINER_UNK_ID = 40;
    static final int TRAINER_BOS_ID = 41;
    static final int TRAINER_EOS_ID = 42;
    static final int TRAINER_PAD_ID = 43;
    static final int TRAINER_UNK_SURFACE = 44;

    static final int NORMALIZER_NAME = 1;
    static final int NORMALIZER_CHARACTER_MAP = 2;
    static final int NORMALIZER_DUMMY_PREFIX = 3;
    static final int NORMALIZER_REMOVE_WHITESPACE = 4;
    static final int NORMALIZER_ESCAPE_WHITESPACE = 5;

    static final int SELF_TEST_SAMPLES = 1;
    static final int SAMPLE_INPUT = 1;
    static final int SAMPLE_EXPECTED = 2;

    private SentencePieceFields() {}
}
