package org.wordloom.kernel;

import java.util.Arrays;

/**
 * The rows of a block of GloVe, trained by AdaGrad, as the cell step wants them: every weight next to its sum of squared
 * steps, eight and eight in turn, so that the dot product has already fetched what the update needs.
 *
 * <pre>
 *   w0 … w7  s0 … s7  w8 … w15  s8 … s15  …      the width rounded up to a multiple of 8; padding is w = 0, s = 1
 * </pre>
 *
 * <p>Biases and their sums stand apart, two floats a row. Access is not synchronised.
 */
public final class AdaGradRows {
    /** Logical lanes of the canonical arithmetic: one vector of 256 bits. */
    static final int LANES = 8;
    /** Floats of a line: the weights and the sums of {@link #LANES} coordinates. */
    static final int LINE = 2 * LANES;

    private final int rows;
    private final int dim;
    final int stride;
    final float[] lines;
    final float[] biases;

    /** Rows whose weights are 0 and whose sums are 1. */
    public AdaGradRows(int rows, int dim) {
        if (rows < 0 || dim < 1 || rows > maxRows(dim)) {
            throw new IllegalArgumentException("a block of " + rows + " x " + dim + " is not possible");
        }
        this.rows = rows;
        this.dim = dim;
        this.stride = stride(dim);
        this.lines = new float[rows * stride];
        this.biases = new float[2 * rows];
        for (int at = LANES; at < lines.length; at += LINE) {
            Arrays.fill(lines, at, at + LANES, 1f);
        }
        for (int at = 1; at < biases.length; at += 2) {
            biases[at] = 1f;
        }
    }

    private AdaGradRows(AdaGradRows from) {
        this.rows = from.rows;
        this.dim = from.dim;
        this.stride = from.stride;
        this.lines = from.lines.clone();
        this.biases = from.biases.clone();
    }

    /** The storage itself: weights and sums, row after row, as drawn above; for formats. */
    public float[] lines() {
        return lines;
    }

    /** The storage itself: bias and sum of each row; for formats. */
    public float[] biases() {
        return biases;
    }

    public AdaGradRows copy() {
        return new AdaGradRows(this);
    }

    /** Floats from one row of this width to the next. */
    public static int stride(int dim) {
        return (dim + LANES - 1) / LANES * LINE;
    }

    /** Floats from one row to the next: weights and sums, padding included. */
    public int stride() {
        return stride;
    }

    /** The most rows that a block of this width can have: what one Java array holds. */
    public static int maxRows(int dim) {
        return (Integer.MAX_VALUE - 64) / stride(dim);
    }

    /** Bytes of memory of a block of this shape. */
    public static long bytes(long rows, int dim) {
        return rows * (stride(dim) + 2L) * Float.BYTES;
    }

    public int rows() {
        return rows;
    }

    public int dim() {
        return dim;
    }

    public float weight(int row, int column) {
        return lines[at(row, column)];
    }

    public void setWeight(int row, int column, float value) {
        lines[at(row, column)] = value;
    }

    /** The sum of the squared steps of a weight, 1 at the beginning. */
    public float sum(int row, int column) {
        return lines[at(row, column) + LANES];
    }

    public void setSum(int row, int column, float value) {
        lines[at(row, column) + LANES] = value;
    }

    public float bias(int row) {
        return biases[2 * row];
    }

    public void setBias(int row, float value) {
        biases[2 * row] = value;
    }

    public float biasSum(int row) {
        return biases[2 * row + 1];
    }

    public void setBiasSum(int row, float value) {
        biases[2 * row + 1] = value;
    }

    /** Copies the weights of a row to {@code target}, without padding. */
    public void copyWeights(int row, float[] target, int at) {
        for (int column = 0; column < dim; column += LANES) {
            int count = Math.min(LANES, dim - column);
            System.arraycopy(lines, row * stride + 2 * column, target, at + column, count);
        }
    }

    private int at(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= dim) {
            throw new IndexOutOfBoundsException("(" + row + ", " + column + ") of " + rows + " x " + dim);
        }
        return row * stride + column / LANES * LINE + column % LANES;
    }
}
