package org.wordloom.tokenizer.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wordloom.vocab.Vocabulary;

/** Merging, the slow way: every word as a list of texts, everything counted anew before every merge. */
public final class ReferenceMerging {
    /** A pair of neighbours. */
    public record Pair(String left, String right) {}

    /** How often a pair and its pieces occur. */
    public record Counted(Pair pair, long count, long leftCount, long rightCount, int leftId, int rightId) {}

    private final String prefix;
    private final int longest;
    private final List<String> pieces = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final List<List<String>> words = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    public ReferenceMerging(Vocabulary vocabulary, List<String> specials, String prefix, String suffix, int longest) {
        this.prefix = prefix;
        this.longest = longest == 0 ? Integer.MAX_VALUE : longest;
        specials.forEach(token -> add(token, 0));
        TreeSet<Integer> characters = new TreeSet<>();
        Map<Integer, TreeSet<String>> forms = new TreeMap<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            int[] word = vocabulary.word(id).codePoints().toArray();
            List<String> symbols = new ArrayList<>();
            for (int i = 0; i < word.length; i++) {
                String symbol =
                        (i == 0 ? "" : prefix) + Character.toString(word[i]) + (i == word.length - 1 ? suffix : "");
                characters.add(word[i]);
                forms.computeIfAbsent(word[i], c -> new TreeSet<>(placeOrder(prefix, suffix)))
                        .add(symbol);
                symbols.add(symbol);
            }
            words.add(symbols);
            counts.add(vocabulary.count(id));
        }
        characters.forEach(character -> add(Character.toString(character), 1));
        forms.values().forEach(each -> each.forEach(symbol -> add(symbol, 1)));
    }

    /** First, middle, last, only: the order in which the forms of a character get their ids. */
    private static Comparator<String> placeOrder(String prefix, String suffix) {
        return Comparator.comparingInt((String symbol) -> {
            boolean isFirst = prefix.isEmpty() || !symbol.startsWith(prefix);
            boolean isLast = !suffix.isEmpty() && symbol.endsWith(suffix);
            return isFirst ? isLast ? 3 : 0 : isLast ? 2 : 1;
        });
    }

    public List<String> pieces() {
        return pieces;
    }

    public int id(String piece) {
        return ids.get(piece);
    }

    /** Counts all pairs and all pieces. */
    public List<Counted> count() {
        Map<String, Long> pieceCounts = new HashMap<>();
        Map<Pair, Long> pairCounts = new LinkedHashMap<>();
        for (int word = 0; word < words.size(); word++) {
            List<String> symbols = words.get(word);
            for (int i = 0; i < symbols.size(); i++) {
                pieceCounts.merge(symbols.get(i), counts.get(word), Long::sum);
                if (i > 0 && lengths.get(symbols.get(i - 1)) + lengths.get(symbols.get(i)) <= longest) {
                    pairCounts.merge(new Pair(symbols.get(i - 1), symbols.get(i)), counts.get(word), Long::sum);
                }
            }
        }
        List<Counted> counted = new ArrayList<>();
        pairCounts.forEach((pair, count) -> counted.add(new Counted(
                pair,
                count,
                pieceCounts.get(pair.left),
                pieceCounts.get(pair.right),
                ids.get(pair.left),
                ids.get(pair.right))));
        return counted;
    }

    /** Merges a pair everywhere, from left to right. */
    public void merge(Pair pair) {
        String product = pair.left + pair.right.substring(prefix.length());
        add(product, lengths.get(pair.left) + lengths.get(pair.right));
        for (List<String> symbols : words) {
            for (int i = 0; i + 1 < symbols.size(); i++) {
                if (symbols.get(i).equals(pair.left) && symbols.get(i + 1).equals(pair.right)) {
                    symbols.set(i, product);
                    symbols.remove(i + 1);
                }
            }
        }
    }

    private void add(String piece, int length) {
        if (ids.putIfAbsent(piece, pieces.size()) == null) {
            pieces.add(piece);
        }
        lengths.merge(piece, length, Math::max);
    }
}
