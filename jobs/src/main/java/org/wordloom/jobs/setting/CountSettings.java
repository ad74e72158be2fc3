package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.train.PairOptions;
import org.wordloom.train.TrainingOptions;

/** Training on counted pairs instead of text. */
public final class CountSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String folder = "";
    private int cycles;
    private boolean exact;

    public CountSettings() {
        settings = List.of(
                Setting.text(
                        "from-cooccurrence",
                        "DIR",
                        "train on the counts of wordloom cooccur --weighting linear, by strata, instead of --input",
                        () -> folder,
                        value -> folder = value),
                Setting.integer(
                        "cycles",
                        "how often every pair of blocks is visited; 0: " + PairOptions.CYCLES_PER_EPOCH + " an epoch",
                        () -> cycles,
                        value -> cycles = value),
                Setting.flag(
                        "exact",
                        "the same bits for any number of threads and executors: one thread a block visit",
                        () -> exact,
                        value -> exact = value));
    }

    /** The folder of the counts; empty to train on text. */
    public String folder() {
        return folder;
    }

    public boolean given() {
        return !folder.isEmpty();
    }

    public boolean exact() {
        return exact;
    }

    /** The options of training on counts. */
    public PairOptions options(TrainingOptions model) {
        return cycles == 0 ? PairOptions.of(model) : new PairOptions(model, cycles);
    }

    @Override
    public String title() {
        return "Counts";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(cycles >= 0, "--cycles is %d, expected 0 (by the epochs) or more", cycles);
    }
}
