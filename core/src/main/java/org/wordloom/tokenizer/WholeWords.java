package org.wordloom.tokenizer;

import java.util.Optional;

/**
 * Finds the piece that stands for a whole word: {@code ▁king}, {@code Ġking}, {@code king</w>} or {@code king} for {@code
 * king}, as the tokenizer has it. That is the one piece that the word is where it follows another word and a space, apart
 * from a piece of the space alone; a word of several pieces has none. Pieces are called as in a vocabulary. Not safe for
 * use by several threads.
 */
public final class WholeWords {
    /**
     * What the word follows. At the beginning of a text it might be another piece than in its midst: GPT-2 has no sign of
     * a space there, Llama's has one more.
     */
    private static final String BEFORE = "a ";

    private final Tokenizer tokenizer;
    private final PieceNames names;
    private final TokenizerEncoder encoder;

    private int pieces;
    private int last;

    WholeWords(Tokenizer tokenizer, PieceNames names) {
        this.tokenizer = tokenizer;
        this.names = names;
        this.encoder = tokenizer.newEncoder();
    }

    /** The piece that stands for a word, or nothing when the word is several pieces or unknown. */
    public Optional<String> piece(String word) {
        int id = id(word);
        return id == SubwordModel.UNKNOWN ? Optional.empty() : Optional.of(names.name(id));
    }

    /** The word that a piece stands for, or nothing when it is only a part of words. */
    public Optional<String> word(String piece) {
        int id = tokenizer.id(piece);
        if (id == SubwordModel.UNKNOWN) {
            return Optional.empty(); // white space is written otherwise in names, and is no word
        }
        String word = tokenizer.decode(new int[] {id}, false).strip();
        return !word.isEmpty() && id(word) == id ? Optional.of(word) : Optional.empty();
    }

    private int id(String word) {
        pieces = 0;
        last = SubwordModel.UNKNOWN;
        encoder.encode(BEFORE + word, (id, start, end, number) -> {
            if (end > BEFORE.length()) {
                pieces += start == 0 ? 2 : 1; // a piece of both words is none of this one
                last = id;
            }
        });
        return pieces == 1 && names.isWord(last) ? last : SubwordModel.UNKNOWN;
    }
}
