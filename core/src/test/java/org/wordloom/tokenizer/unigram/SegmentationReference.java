package org.wordloom.tokenizer.unigram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All segmentations of a short text, one by one. */
final class SegmentationReference {
    private SegmentationReference() {}

    /**
     * A segmentation.
     *
     * @param pieces its pieces
     * @param score the sum of their scores
     */
    record Path(List<String> pieces, double score) {}

    /** Every way to write {@code text} as a sequence of the pieces; a character that is none scores {@code unknown}. */
    static List<Path> all(String text, Map<String, Double> scores, double unknown) {
        if (text.isEmpty()) {
            return List.of(new Path(List.of(), 0));
        }
        List<Path> paths = new ArrayList<>();
        int first = Character.charCount(text.codePointAt(0));
        for (int end = first; end <= text.length(); end++) {
            String piece = text.substring(0, end);
            boolean isUnknown = end == first && !scores.containsKey(piece);
            if (isUnknown || scores.containsKey(piece)) {
                double score = isUnknown ? unknown : scores.get(piece);
                for (Path rest : all(text.substring(end), scores, unknown)) {
                    List<String> pieces = new ArrayList<>(List.of(piece));
                    pieces.addAll(rest.pieces());
                    paths.add(new Path(pieces, score + rest.score()));
                }
            }
        }
        return paths;
    }

    /** The expected count of each piece, when a segmentation comes with a probability in proportion to e to its score. */
    static Map<String, Double> expected(List<Path> paths) {
        double z = paths.stream().mapToDouble(path -> Math.exp(path.score())).sum();
        Map<String, Double> expected = new HashMap<>();
        for (Path path : paths) {
            for (String piece : path.pieces()) {
                expected.merge(piece, Math.exp(path.score()) / z, Double::sum);
            }
        }
        return expected;
    }
}
