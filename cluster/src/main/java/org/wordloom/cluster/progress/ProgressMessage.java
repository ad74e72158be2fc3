package org.wordloom.cluster.progress;

import java.io.Serializable;

/**
 * What an executor tells the driver of a running stage.
 *
 * @param key of the run of a stage, see {@link ProgressBoard#begin}
 * @param source who reports: the sum over sources is the stage's progress
 * @param done units done by this source
 * @param rate learning rate, NaN outside training
 * @param loss mean loss per pair since the last message, NaN where there is none
 */
public record ProgressMessage(String key, String source, long done, double rate, double loss) implements Serializable {}
