package org.wordloom.kernel;

/**
 * How a cell (row, column, x) becomes a step of weighted least squares with AdaGrad.
 *
 * @param xMax cells of this value and above have weight 1
 * @param alpha exponent of the weight (x / xMax)^alpha below that
 * @param rate learning rate of the vectors
 * @param biasRate learning rate of the biases
 * @param gradClip components of the vectors' gradients are clipped to ± this
 */
public record CellRule(float xMax, float alpha, float rate, float biasRate, float gradClip) {}
