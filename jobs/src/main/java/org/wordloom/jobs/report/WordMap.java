package org.wordloom.jobs.report;

import java.util.List;
import java.util.Locale;
import org.wordloom.model.WordVectors;

/** Words as a map: their vectors projected to two dimensions by t-SNE (van der Maaten and Hinton 2008). */
final class WordMap {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 720;
    private static final int MARGIN = 40;
    private static final double LARGEST = 17;
    private static final double SMALLEST = 10.5;
    private static final double PERPLEXITY = 20;
    /** Few words should not all be neighbours. */
    private static final int POINTS_PER_PERPLEXITY = 4;

    private static final int FEWEST_WORDS = 8;

    private WordMap() {}

    static String svg(WordVectors vectors, List<Integer> ids) {
        if (ids.size() < FEWEST_WORDS) {
            return "";
        }
        double[][] places = project(vectors, ids);
        fit(places);
        Labels labels = new Labels(WIDTH, HEIGHT);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"map of words\" class=\"map\">%n",
                WIDTH,
                HEIGHT));
        for (int i = 0; i < places.length; i++) {
            // Frequent words come first and are larger.
            double size = LARGEST - (LARGEST - SMALLEST) * i / places.length;
            String word = HtmlPage.shortened(vectors.vocabulary().word(ids.get(i)));
            double[] free = labels.place(places[i][0], places[i][1], Labels.letters(word), size);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" fill=\"%s\">%s</text>%n",
                    free[0],
                    free[1],
                    size,
                    colour(places[i]),
                    HtmlPage.escape(word)));
        }
        return svg.append("</svg>\n").toString();
    }

    /** The direction from the middle as a hue, so that neighbourhoods can be told apart; readable on light and dark. */
    private static String colour(double[] place) {
        double angle = Math.atan2(place[1] - HEIGHT / 2.0, place[0] - WIDTH / 2.0);
        return String.format(Locale.ROOT, "hsl(%.0f 48%% 50%%)", Math.toDegrees(angle) + 180);
    }

    private static double[][] project(WordVectors vectors, List<Integer> ids) {
        double[][] rows = ids.stream().map(id -> unit(vectors.matrix().row(id))).toArray(double[][]::new);
        return Tsne.places(rows, Math.min(PERPLEXITY, (double) rows.length / POINTS_PER_PERPLEXITY));
    }

    /** Directions are what cosine similarity compares. */
    private static double[] unit(float[] row) {
        double square = 0;
        for (float value : row) {
            square += (double) value * value;
        }
        double length = Math.max(Math.sqrt(square), Double.MIN_NORMAL);
        double[] result = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            result[i] = row[i] / length;
        }
        return result;
    }

    /** Scales each axis to the picture. */
    private static void fit(double[][] places) {
        int[] extent = {WIDTH, HEIGHT};
        for (int axis = 0; axis < 2; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] place : places) {
                low = Math.min(low, place[axis]);
                high = Math.max(high, place[axis]);
            }
            double scale = (extent[axis] - 2 * MARGIN) / Math.max(high - low, Double.MIN_NORMAL);
            for (double[] place : places) {
                place[axis] = MARGIN + (place[axis] - low) * scale;
            }
        }
    }
}
