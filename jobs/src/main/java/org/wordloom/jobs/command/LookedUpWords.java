package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.tokenizer.WholeWords;
import org.wordloom.vocab.Vocabulary;

/**
 * What words are called in a vocabulary. Where that is of pieces, a word is the piece that stands for it after a space, and
 * what is no such word the piece that is spelt like it; both can be told.
 */
final class LookedUpWords {
    private static final int NAMED = 5;

    private final Vocabulary vocabulary;
    private final Optional<WholeWords> wholeWords;
    /** By the word as it was given: the name in the vocabulary where that is another one, or what is special about it. */
    private final Map<String, String> told = new LinkedHashMap<>();

    /** @param tokenizer of the pieces; empty where words are looked up as they are written */
    LookedUpWords(Vocabulary vocabulary, Optional<PieceTokenization> tokenizer) {
        this.vocabulary = vocabulary;
        this.wholeWords = tokenizer.map(PieceTokenization::newWholeWords);
    }

    /** The name in the vocabulary; the word itself when it is not there in any way. */
    String name(String word) {
        Optional<String> piece = wholeWords
                .flatMap(known -> known.piece(word))
                .filter(name -> vocabulary.id(name) != Vocabulary.UNKNOWN);
        if (piece.isPresent() && !piece.get().equals(word)) {
            told.put(word, piece.get());
        } else if (wholeWords.isPresent() && piece.isEmpty() && vocabulary.id(word) != Vocabulary.UNKNOWN) {
            told.put(word, "the piece spelt so, no whole word");
        }
        return piece.orElse(word);
    }

    /** The word, and what it was looked up as if that is not the same. */
    String label(String word) {
        return told.containsKey(word) ? word + " (" + told.get(word) + ")" : word;
    }

    /** What was looked up otherwise than it was written; empty when nothing was. */
    String note() {
        List<String> some = new ArrayList<>(told.keySet()).stream().limit(NAMED).toList();
        String others = told.size() > NAMED ? " and " + (told.size() - NAMED) + " others" : "";
        return told.isEmpty()
                ? ""
                : some.stream().map(word -> word + " as " + told.get(word)).collect(Collectors.joining("; ")) + others;
    }
}
