package org.wordloom.kernel;

/**
 * How gradients reach the rows.
 *
 * @param divideByInputs whether each input row gets the gradient divided by the number of rows in its mean (the true
 *     gradient), or the whole of it as in word2vec.c
 * @param inputRates a factor for each input row, or null for 1
 * @param outputRates a factor for each output row, or null for 1
 */
public record UpdateRule(boolean divideByInputs, float[] inputRates, float[] outputRates) {
    /** What of a hidden vector's gradient an input row gets, one of {@code inputs}. */
    public float inputRate(int row, int inputs) {
        float share = divideByInputs ? 1f / inputs : 1f;
        return inputRates == null ? share : share * inputRates[row];
    }

    /** What of its gradient an output row gets. */
    public float outputRate(int row) {
        return outputRates == null ? 1f : outputRates[row];
    }
}
