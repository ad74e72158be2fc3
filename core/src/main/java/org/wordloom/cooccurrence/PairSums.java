package org.wordloom.cooccurrence;

/**
 * What each word's pairs sum up to, in units, before any minimum: as a row and as a column. Where counts are symmetric
 * both are the same.
 *
 * @param scale units that make a weight of 1
 * @param rows by word
 * @param columns by word, as many as rows
 */
public record PairSums(long scale, long[] rows, long[] columns) {
    public PairSums {
        if (scale < 1 || rows.length != columns.length) {
            throw new IllegalArgumentException(
                    "scale " + scale + ", " + rows.length + " rows, " + columns.length + " columns");
        }
    }

    /** The weights of the rows. */
    public double[] rowWeights() {
        return weights(rows);
    }

    /** The weights of the columns. */
    public double[] columnWeights() {
        return weights(columns);
    }

    private double[] weights(long[] units) {
        double[] weights = new double[units.length];
        for (int word = 0; word < units.length; word++) {
            weights[word] = (double) units[word] / scale;
        }
        return weights;
    }
}
