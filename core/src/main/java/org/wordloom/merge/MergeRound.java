package org.wordloom.merge;

/**
 * What a merge needs to know of the round besides the changes.
 *
 * @param replicas how many replicas trained
 * @param rate the mean learning rate of the round
 * @param curvature of this side, over all replicas, taken apart; null for rules that do not use it
 */
public record MergeRound(int replicas, double rate, CurvatureSpectrum curvature) {}
