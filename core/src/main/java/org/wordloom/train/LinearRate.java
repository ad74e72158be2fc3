package org.wordloom.train;

/**
 * A learning rate that falls linearly with the progress of training.
 *
 * @param first at the beginning
 * @param last at the end
 */
public record LinearRate(double first, double last) {
    /** @param progress what part of training is done, from 0 to 1; beyond that the rate stays the last */
    public float at(double progress) {
        return (float) (first - (first - last) * Math.min(1, progress));
    }
}
