package org.wordloom.train;

import java.util.Arrays;
import java.util.List;
import org.wordloom.opencl.DeviceMeasurement;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;

/**
 * Times skip-gram's tiles with the default options on a device: 100 columns, windows of up to 5 words, 5 negatives. The
 * copies of batches to the device are in it, their filling on the host is not.
 */
public final class TileMeasurement implements DeviceMeasurement {
    private static final int WORDS = 50_000;
    private static final long COMMONEST = 1_000_000;

    private final String unit;
    private final boolean words;

    private TileMeasurement(String unit, boolean words) {
        this.unit = unit;
        this.words = words;
    }

    /** In tiles, and in words of text after subsampling. */
    public static List<DeviceMeasurement> all() {
        return List.of(new TileMeasurement("tiles/s", false), new TileMeasurement("words/s", true));
    }

    @Override
    public String name() {
        return words ? "skip-gram, as words" : "skip-gram";
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public Figures run(OpenClDevice device) {
        long[] counts = new long[WORDS];
        Arrays.setAll(counts, word -> COMMONEST / (word + 1));
        TileTrial trial = new TileTrial(
                TrainingOptions.builder(ArchitectureChoice.SKIPGRAM).build(), counts);
        LaunchForm form = device.form();
        double scale = words ? trial.wordsPerTile() : 1;
        return new Figures(
                scale * trial.deviceTiles(device, form), scale * trial.processorTiles(), trial.error(device, form));
    }
}
