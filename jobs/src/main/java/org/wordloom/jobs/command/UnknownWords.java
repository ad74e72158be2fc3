package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.setting.NearestName;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.vocab.Vocabulary;

/** Collects words that a vocabulary lacks, and says what they may have been meant to be. */
final class UnknownWords {
    private static final int SUGGESTIONS = 3;
    /** Suggestions are looked for among so many of the most frequent words. */
    private static final int CANDIDATES = 200_000;
    /** So many unknown words are named; the others are only counted. */
    private static final int NAMED = 5;

    private final Vocabulary vocabulary;
    private final int restriction;
    private final LookedUpWords lookedUp;
    /** Says what becomes of a text where words are pieces of a tokenizer. */
    private final Supplier<Optional<TokenizerEncoder>> tokenizer;

    private final Set<String> unknown = new LinkedHashSet<>();

    /**
     * @param restriction at most so many words of the model were read
     * @param tokenizer of the model, read when a word is unknown; empty where words are no pieces
     */
    UnknownWords(
            Vocabulary vocabulary,
            int restriction,
            LookedUpWords lookedUp,
            Supplier<Optional<TokenizerEncoder>> tokenizer) {
        this.vocabulary = vocabulary;
        this.restriction = restriction;
        this.lookedUp = lookedUp;
        this.tokenizer = tokenizer;
    }

    boolean knows(String word) {
        boolean known = vocabulary.id(lookedUp.name(word)) != Vocabulary.UNKNOWN;
        if (!known) {
            unknown.add(word);
        }
        return known;
    }

    boolean knowsAll(List<String> words) {
        // No short cut: every unknown word is to be reported.
        return words.stream().map(this::knows).reduce(true, Boolean::logicalAnd);
    }

    void throwIfAny() {
        if (unknown.isEmpty()) {
            return;
        }
        List<String> candidates = candidates();
        Optional<TokenizerEncoder> encoder = tokenizer.get();
        String named = unknown.stream()
                .limit(NAMED)
                .map(word -> "'" + word + "'"
                        + encoder.map(pieces -> pieces(word, pieces)).orElseGet(() -> suggestions(word, candidates)))
                .collect(Collectors.joining("; "));
        String others = unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " others" : "";
        throw new WordloomException(ExitCode.NOT_FOUND, "not " + where() + ": " + named + others);
    }

    /** The words beyond the restriction were not read, so that nothing else is known of them. */
    private String where() {
        return vocabulary.size() < restriction
                ? "in the model"
                : "among the words that --restrict-vocab " + restriction + " leaves";
    }

    private static String pieces(String word, TokenizerEncoder encoder) {
        List<String> pieces = encoder.encode(word, false).pieces();
        if (pieces.equals(List.of(word))) {
            return " (a piece that is too rare in the text, or not there)";
        }
        String count = pieces.size() == 1 ? "the piece " : pieces.size() + " pieces: ";
        return " (which is " + count + String.join(" ", pieces) + ")";
    }

    private static String suggestions(String word, List<String> candidates) {
        List<String> near = NearestName.among(word, candidates, SUGGESTIONS);
        return near.isEmpty() ? "" : " (did you mean " + String.join(", ", near) + "?)";
    }

    private List<String> candidates() {
        List<String> words = new ArrayList<>();
        for (int id = 0; id < Math.min(vocabulary.size(), CANDIDATES); id++) {
            words.add(vocabulary.word(id));
        }
        return words;
    }
}
