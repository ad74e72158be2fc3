package org.wordloom.tokenizer.merging;

import org.wordloom.vocab.Vocabulary;

/** Turns words into sequences of pieces of the alphabet, and sums up how often each piece occurs. */
final class SequenceReader {
    private final Vocabulary words;
    private final CharacterPieces alphabet;
    private final long[] pieceCounts;
    private final PieceSequences.Builder builder;

    /** @param symbols how many characters the words have */
    SequenceReader(Vocabulary words, long symbols, CharacterPieces alphabet, int alphabetSize) {
        this.words = words;
        this.alphabet = alphabet;
        this.pieceCounts = new long[alphabetSize];
        this.builder = new PieceSequences.Builder(symbols, words.size());
    }

    PieceSequences read() {
        WordCharacters characters = new WordCharacters(words.utf8());
        for (int word = 0; word < words.size(); word++) {
            characters.restart(words.start(word), words.start(word + 1));
            read(characters, words.count(word));
        }
        return builder.build();
    }

    /** How often each piece occurs, a piece alone in its word counted too. */
    long[] pieceCounts() {
        return pieceCounts;
    }

    /** A word is cut after {@link PieceSequences#LONGEST} characters, and at each that the alphabet lacks. */
    private void read(WordCharacters characters, long count) {
        builder.begin(count);
        while (characters.next()) {
            int piece = alphabet.id(characters.codePoint(), characters.place());
            if (piece == CodePointTable.NONE || builder.length() == PieceSequences.LONGEST) {
                builder.end();
                builder.begin(count);
            }
            if (piece != CodePointTable.NONE) {
                pieceCounts[piece] += count;
                builder.add(piece);
            }
        }
        builder.end();
    }
}
