package org.wordloom.kernel;

/**
 * How gradients reach the rows.
 *
 * @param gradient what an input row gets of the gradient of a mean
 * @param inputRates a factor for each input row, or null for 1
 * @param outputRates a factor for each output row, or null for 1
 */
public record UpdateRule(ContextGradient gradient, float[] inputRates, float[] outputRates) {
    /** What of a hidden vector's gradient an input row gets, one of {@code inputs}. */
    public float inputRate(int row, int inputs) {
        float share = gradient.share(inputs);
        return inputRates == null ? share : share * inputRates[row];
    }

    /** What of its gradient an output row gets. */
    public float outputRate(int row) {
        return outputRates == null ? 1f : outputRates[row];
    }
}
