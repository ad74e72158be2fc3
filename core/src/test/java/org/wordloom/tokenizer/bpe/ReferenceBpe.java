package org.wordloom.tokenizer.bpe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wordloom.tokenizer.merging.ReferenceMerging;
import org.wordloom.tokenizer.merging.ReferenceMerging.Counted;
import org.wordloom.tokenizer.merging.ReferenceMerging.Pair;
import org.wordloom.tokenizer.merging.TieRule;
import org.wordloom.vocab.Vocabulary;

/** Byte-pair encoding, the slow way. */
final class ReferenceBpe {
    /** Stands for the end-of-word suffix, so that it counts as one char. */
    static final String SUFFIX = "\uDC00";

    private ReferenceBpe() {}

    /** The merges that {@link BpeTrainer} should learn, as "left right". */
    static List<String> merges(Vocabulary words, BpeTrainerOptions options) {
        ReferenceMerging merging = new ReferenceMerging(
                words,
                options.alphabet().specialTokens(),
                options.alphabet().continuingPrefix(),
                options.alphabet().endOfWordSuffix(),
                options.maxPieceLength());
        List<String> merges = new ArrayList<>();
        while (merging.pieces().size() < options.vocabularySize()) {
            Counted best = merging.count().stream()
                    .filter(pair -> pair.count() >= options.minFrequency())
                    .min(Comparator.comparingLong((Counted pair) -> -pair.count())
                            .thenComparing(order(options.ties())))
                    .orElse(null);
            if (best == null) {
                break;
            }
            merges.add(best.pair().left() + " " + best.pair().right());
            merging.merge(best.pair());
        }
        return merges;
    }

    private static Comparator<Counted> order(TieRule ties) {
        return switch (ties) {
            case LOWER_IDS -> Comparator.comparingInt(Counted::leftId).thenComparingInt(Counted::rightId);
            case HIGHER_TEXTS ->
                Comparator.comparing((Counted pair) -> codePoints(pair.pair().left()))
                        .thenComparing((Counted pair) -> codePoints(pair.pair().right()))
                        .reversed();
        };
    }

    /** UTF-32 as text: compares by code points. */
    private static String codePoints(String text) {
        StringBuilder wide = new StringBuilder();
        text.codePoints().forEach(c -> wide.append((char) (c >>> 16)).append((char) c));
        return wide.toString();
    }

    /** Applies the merge of the lowest rank again and again: its leftmost occurrence, as HuggingFace does. */
    static List<String> oneByOne(List<String> symbols, List<Pair> merges) {
        List<String> word = new ArrayList<>(symbols);
        while (true) {
            int at = lowest(word, merges);
            if (at < 0) {
                return word;
            }
            word.set(at, word.get(at) + word.remove(at + 1));
        }
    }

    /** Applies the merge of the lowest rank again and again: all of its occurrences at once, as subword-nmt does. */
    static List<String> everywhere(List<String> symbols, List<Pair> merges) {
        List<String> word = new ArrayList<>(symbols);
        for (int at = lowest(word, merges); at >= 0; at = lowest(word, merges)) {
            Pair pair = new Pair(word.get(at), word.get(at + 1));
            List<String> merged = new ArrayList<>();
            for (int i = 0; i < word.size(); i++) {
                boolean isPair = i + 1 < word.size() && new Pair(word.get(i), word.get(i + 1)).equals(pair);
                merged.add(isPair ? pair.left() + pair.right() : word.get(i));
                i += isPair ? 1 : 0;
            }
            word = merged;
        }
        return word;
    }

    private static int lowest(List<String> word, List<Pair> merges) {
        Map<Pair, Integer> ranks = new HashMap<>();
        merges.forEach(pair -> ranks.put(pair, ranks.size()));
        int best = -1;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < word.size(); i++) {
            int rank = ranks.getOrDefault(new Pair(word.get(i), word.get(i + 1)), Integer.MAX_VALUE);
            if (rank < lowest) {
                lowest = rank;
                best = i;
            }
        }
        return best;
    }

    /** The longest piece, wherever it occurs from left to right, then the rest likewise; what is left is unknown. */
    static List<String> longestFirst(String text, List<String> pieces, String unknown) {
        for (int i = 0; i < pieces.size(); i++) {
            int at = text.indexOf(pieces.get(i));
            if (at >= 0) {
                List<String> parts = new ArrayList<>();
                List<String> others = pieces.subList(i + 1, pieces.size());
                int from = 0;
                for (; at >= 0; at = text.indexOf(pieces.get(i), from)) {
                    parts.addAll(longestFirst(text.substring(from, at), others, unknown));
                    parts.add(pieces.get(i));
                    from = at + pieces.get(i).length();
                }
                parts.addAll(longestFirst(text.substring(from), others, unknown));
                return parts;
            }
        }
        return text.isEmpty() || text.equals(SUFFIX) ? List.of() : List.of(unknown);
    }
}
