package org.wordloom.jobs.model;

import java.util.Arrays;
import java.util.List;

/** Files of tokenizers, by the names that {@code tokenizer convert} knows them by. */
public enum TokenizerFileFormat {
    /** HuggingFace's; holds the whole tokenizer. */
    TOKENIZER_JSON("tokenizer.json"),
    /** SentencePiece's {@code .model}. */
    SENTENCEPIECE("sentencepiece"),
    /** SentencePiece's {@code .vocab}: pieces and scores only. */
    SENTENCEPIECE_VOCABULARY("sentencepiece-vocab"),
    /** BERT's {@code vocab.txt}. */
    BERT("bert"),
    /** A folder with GPT-2's {@code vocab.json} and {@code merges.txt}. */
    GPT2("gpt2"),
    /** subword-nmt's codes. */
    SUBWORD_NMT("subword-nmt");

    private final String label;

    TokenizerFileFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(TokenizerFileFormat::label).toList();
    }

    /** The format of that name, or null. */
    public static TokenizerFileFormat of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst()
                .orElse(null);
    }
}
