package org.wordloom.kernel;

/** The biases' part of a cell's step: one coordinate, the same plain code for all kernels. */
final class CellBiases {
    private CellBiases() {}

    /** The step of the bias at {@code at}, whose AdaGrad sum follows it; {@code gradient} is f δ. */
    static void step(float[] biases, int at, float gradient, float biasRate) {
        float t = gradient * biasRate;
        float sum = biases[at + 1];
        biases[at] -= t / (float) Math.sqrt(sum);
        biases[at + 1] = Math.fma(t, t, sum);
    }

    /** Eight lanes added in a fixed tree. */
    static float addLanes(float[] lanes) {
        float a = lanes[0] + lanes[4];
        float b = lanes[1] + lanes[5];
        float c = lanes[2] + lanes[6];
        float d = lanes[3] + lanes[7];
        return (a + c) + (b + d);
    }
}
