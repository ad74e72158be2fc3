package org.wordloom.tokenizer.sentencepiece;

/** How a SentencePiece model takes text apart. Its files number the kinds from 1, in this order. */
public enum ModelKind {
    UNIGRAM,
    BPE,
    /** Words as they are. */
    WORD,
    /** Characters. */
    CHAR
}
