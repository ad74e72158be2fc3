package org.wordloom.vocab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts and decides with the standard library: slow and readable. */
final class VocabularyReference {
    private VocabularyReference() {}

    static Vocabulary of(List<String> text, VocabularyOptions options) {
        Map<String, Long> counts = new HashMap<>();
        for (String word : text) {
            counts.merge(word, 1L, Long::sum);
        }
        List<String> kept = new ArrayList<>(counts.keySet());
        kept.removeIf(word -> counts.get(word) < options.minCount());
        kept.sort(Comparator.comparing((String word) -> counts.get(word))
                .reversed()
                .thenComparing(VocabularyReference::compareCodePoints));
        if (options.maxSize() > 0 && kept.size() > options.maxSize()) {
            kept = kept.subList(0, (int) options.maxSize());
        }
        return Vocabulary.of(
                kept.toArray(String[]::new),
                kept.stream().mapToLong(counts::get).toArray());
    }

    /** {@code String.compareTo} would put U+FFFF after U+1F600, since it compares surrogates. */
    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
