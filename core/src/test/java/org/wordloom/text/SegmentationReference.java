package org.wordloom.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Dictionary segmentation, slow and readable, of text whose characters are all Chinese: tries every segmentation. */
final class SegmentationReference {
    private SegmentationReference() {}

    static List<String> longestMatch(String text, List<String> words) {
        List<String> result = new ArrayList<>();
        for (String rest = text; !rest.isEmpty(); ) {
            String best = first(rest);
            for (String word : words) {
                if (rest.startsWith(word) && word.length() > best.length()) {
                    best = word;
                }
            }
            result.add(best);
            rest = rest.substring(best.length());
        }
        return result;
    }

    static List<String> shortestPath(String text, List<String> words) {
        Comparator<List<String>> fewestWords = Comparator.comparingInt(List::size);
        return all(text, words).stream()
                .min(fewestWords
                        .thenComparingLong(path -> path.stream()
                                .filter(word -> !words.contains(word))
                                .count())
                        .thenComparingLong(path -> -path.stream()
                                .filter(words::contains)
                                .mapToLong(word -> (long) length(word) * length(word))
                                .sum())
                        .thenComparing(SegmentationReference::compareFromTheEnd))
                .orElseThrow();
    }

    private static List<List<String>> all(String text, List<String> words) {
        if (text.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> paths = new ArrayList<>();
        for (int end = 1; end <= text.length(); end++) {
            String word = text.substring(0, end);
            if (words.contains(word) || word.equals(first(text))) {
                for (List<String> rest : all(text.substring(end), words)) {
                    List<String> path = new ArrayList<>(List.of(word));
                    path.addAll(rest);
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    /** Shorter last words come first. */
    private static int compareFromTheEnd(List<String> a, List<String> b) {
        for (int i = a.size() - 1; i >= 0; i--) {
            int byLength = Integer.compare(length(a.get(i)), length(b.get(i)));
            if (byLength != 0) {
                return byLength;
            }
        }
        return 0;
    }

    private static String first(String text) {
        return Character.toString(text.codePointAt(0));
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
