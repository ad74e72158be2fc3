package org.wordloom.eval;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Word pairs with similarities judged by people.
 *
 * @param name the data set's name, for reports
 * @param pairs the pairs
 * @param malformed lines that are not a pair (a header, for instance), each as "line N: why"
 */
public record SimilarityDataset(String name, List<Pair> pairs, List<String> malformed) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    public SimilarityDataset {
        pairs = List.copyOf(pairs);
        malformed = List.copyOf(malformed);
    }

    /** Two words and how similar people found them. */
    public record Pair(String first, String second, double score) {}

    /**
     * Reads lines of word, word, score: separated by tabs or, in a line without any, by commas, or else by spaces. Lines
     * that begin with # are comments.
     *
     * @throws WordloomException INPUT when no line is a pair
     */
    public static SimilarityDataset read(InputStream in, String name) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        DatasetLines lines = new DatasetLines();
        lines.forEach(in, line -> line.startsWith("#") ? null : addPair(line, pairs));
        if (pairs.isEmpty()) {
            throw new WordloomException(
                    ExitCode.INPUT, name + " holds no word pair; expected lines of word, tab, word, tab, score");
        }
        return new SimilarityDataset(name, pairs, lines.malformed());
    }

    private static String addPair(String line, List<Pair> pairs) {
        String separator = line.indexOf('\t') >= 0 ? "\t" : line.indexOf(',') >= 0 ? "," : " +";
        String[] fields = line.split(separator, -1);
        if (fields.length != 3) {
            return "expected word, word, score, found " + fields.length + " fields";
        }
        double score = score(fields[2].strip());
        if (Double.isNaN(score)) {
            return "'" + fields[2] + "' is not a finite number";
        }
        Pair pair = new Pair(fields[0].strip(), fields[1].strip(), score);
        if (pair.first.isEmpty() || pair.second.isEmpty()) {
            return "expected word, word, score, found an empty word";
        }
        pairs.add(pair);
        return null;
    }

    /** NaN for what is not a decimal number, or one beyond the range of doubles. */
    private static double score(String text) {
        double score = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(score) ? score : Double.NaN;
    }
}
