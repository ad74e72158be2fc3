package org.wordloom.tokenizer.training;

import java.util.List;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.decoder.ByteLevelDecoder;
import org.wordloom.tokenizer.pretokenizer.BertPreTokenizer;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.DictionaryWords;
import org.wordloom.tokenizer.pretokenizer.GptScanner;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.PreTokenizerSequence;
import org.wordloom.tokenizer.pretokenizer.Split;
import org.wordloom.tokenizer.pretokenizer.SplitBehavior;
import org.wordloom.tokenizer.pretokenizer.UnicodeScripts;
import org.wordloom.tokenizer.pretokenizer.Whitespace;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;

/** How text is split into the words that no piece reaches across. */
public enum WordSplitting {
    /**
     * Before spaces, which become U+2581, as SentencePiece. Nothing of the text is lost. The pieces of BPE and Unigram
     * have characters of one script only, digits and punctuation apart from letters.
     */
    METASPACE,
    /** As {@link #METASPACE}, and where the script changes: for text without spaces. */
    METASPACE_SCRIPTS,
    /**
     * As {@link #METASPACE}, and at Unicode's word boundaries with ICU's dictionaries for Chinese, Japanese, Thai, Lao,
     * Khmer and Burmese. Only Wordloom reads the tokenizer's file.
     */
    METASPACE_DICTIONARY,
    /** As {@link #METASPACE_DICTIONARY}, but white space is dropped. */
    DICTIONARY,
    /** GPT-2's pattern, in bytes. Nothing of the text is lost, and nothing is unknown. */
    BYTE_LEVEL,
    /** GPT-4's pattern, in bytes. */
    BYTE_LEVEL_GPT4,
    /** At white space, and each punctuation character a word, as BERT. */
    BERT,
    /** At white space, punctuation apart. */
    WORDS,
    /** At white space only. */
    WHITESPACE;

    /** Whether pieces are made of bytes rather than characters. */
    public boolean isByteLevel() {
        return this == BYTE_LEVEL || this == BYTE_LEVEL_GPT4;
    }

    /** Whether spaces are part of the words. */
    public boolean keepsSpaces() {
        return isByteLevel() || this == METASPACE || this == METASPACE_SCRIPTS || this == METASPACE_DICTIONARY;
    }

    /** Whether words are found in dictionaries, where no spaces tell them. */
    public boolean usesDictionary() {
        return this == METASPACE_DICTIONARY || this == DICTIONARY;
    }

    PreTokenizer preTokenizer() {
        return switch (this) {
            case METASPACE -> Metaspace.defaults();
            case METASPACE_SCRIPTS -> new PreTokenizerSequence(List.of(Metaspace.defaults(), new UnicodeScripts()));
            case METASPACE_DICTIONARY -> new PreTokenizerSequence(List.of(Metaspace.defaults(), new DictionaryWords()));
            case DICTIONARY -> new DictionaryWords();
            case BYTE_LEVEL -> new ByteLevel(false, true, true);
            case BYTE_LEVEL_GPT4 ->
                new PreTokenizerSequence(List.of(
                        new Split(TextPattern.regex(GptScanner.CL100K), SplitBehavior.ISOLATED, false),
                        new ByteLevel(false, true, false)));
            case BERT -> new BertPreTokenizer();
            case WORDS -> new Whitespace();
            case WHITESPACE -> new WhitespaceSplit();
        };
    }

    /** The decoder that undoes the splitting, or null when the model's own has to. */
    Decoder decoder() {
        return switch (this) {
            case METASPACE, METASPACE_SCRIPTS, METASPACE_DICTIONARY -> Metaspace.defaults();
            case BYTE_LEVEL, BYTE_LEVEL_GPT4 -> new ByteLevelDecoder(true, true, true);
            default -> null;
        };
    }
}
