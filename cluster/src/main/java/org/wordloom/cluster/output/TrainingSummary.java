package org.wordloom.cluster.output;

import java.io.Serializable;
import java.util.List;

/**
 * What a training run did; small, since the vectors themselves never pass the driver.
 *
 * @param kernel the name of the kernel that ran
 * @param kernelReason why it was that one; empty where there was no choice
 * @param threads Hogwild threads
 * @param seconds wall seconds of the training loop
 * @param words words read, all epochs together
 * @param loss mean loss per pair in the last tenth of training
 * @param files what was written
 * @param samples loss and throughput over time, at most a few hundred
 */
public record TrainingSummary(
        String kernel,
        String kernelReason,
        int threads,
        double seconds,
        long words,
        double loss,
        List<WrittenFile> files,
        List<Sample> samples)
        implements Serializable {
    public TrainingSummary {
        files = List.copyOf(files);
        samples = List.copyOf(samples);
    }

    /**
     * A moment of training.
     *
     * @param seconds since training began
     * @param words read so far
     * @param rate the learning rate
     * @param loss mean loss per pair since the sample before, NaN when there was none
     */
    public record Sample(double seconds, long words, double rate, double loss) implements Serializable {}

    public double wordsPerSecond() {
        return seconds > 0 ? words / seconds : 0;
    }
}
