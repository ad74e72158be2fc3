package org.wordloom.train;

import org.wordloom.merge.Curvature;

/**
 * What a replica's round was, besides the rows that it changed.
 *
 * @param kernel the name of the kernel that ran
 * @param seconds wall seconds of the training loop
 * @param words words read
 * @param lossSum loss of a sample of the pairs
 * @param lossPairs how many pairs that sample has; 0 when the round was too short for one
 * @param rate the mean learning rate
 * @param inputCurvature of the input rows' updates
 * @param outputCurvature of the output rows' updates
 */
public record RoundResult(
        String kernel,
        double seconds,
        long words,
        double lossSum,
        double lossPairs,
        double rate,
        Curvature inputCurvature,
        Curvature outputCurvature) {}
