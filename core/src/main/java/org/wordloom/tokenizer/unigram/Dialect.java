package org.wordloom.tokenizer.unigram;

/**
 * Whose arithmetic and whose ways with unknown characters an encoder follows, to the last bit: which of two nearly
 * equally probable segmentations wins depends on how sums are rounded.
 */
public enum Dialect {
    /** Sums in single precision; unknown characters become bytes one by one. */
    SENTENCEPIECE,
    /** Sums in double precision; a run of unknown characters becomes bytes as a whole, and all have its offsets. */
    HUGGINGFACE
}
