package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;

/** How skip-gram is divided over pairs of blocks. */
public final class StrataSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private int cycles;
    private long byteBudget;
    private int blocks;
    private boolean exact;

    public StrataSettings() {
        settings = List.of(
                Setting.integer(
                        "cycles",
                        "how often every pair of blocks is visited; 0: on text what --byte-budget allows, on counts "
                                + PairOptions.CYCLES_PER_EPOCH + " an epoch",
                        () -> cycles,
                        value -> cycles = value),
                ByteSize.setting(
                        "byte-budget",
                        "bytes of vectors that a cluster may move, as 500g, all cycles together; 0: in proportion to the"
                                + " text",
                        () -> byteBudget,
                        value -> byteBudget = value),
                Setting.integer(
                        "blocks",
                        "split the words into so many blocks; 0: by the number of words and --dim, and on a cluster,"
                                + " unless --exact, at least one a core",
                        () -> blocks,
                        value -> blocks = value),
                Setting.flag(
                        "exact",
                        "the same bits for any number of threads and executors: one thread a block visit",
                        () -> exact,
                        value -> exact = value));
    }

    public int cycles() {
        return cycles;
    }

    public long byteBudget() {
        return byteBudget;
    }

    public int blocks() {
        return blocks;
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
        return "Strata";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(
                cycles >= 0 && cycles <= PairOptions.MOST_CYCLES,
                "--cycles is %d, expected 0 (by default) to %d",
                cycles,
                PairOptions.MOST_CYCLES);
        problems.require(
                !(isExplicit("cycles") && cycles > 0 && isExplicit("byte-budget") && byteBudget > 0),
                "--cycles and --byte-budget contradict each other: the budget is there to find the number of cycles");
        problems.require(
                blocks >= 0 && blocks <= BucketNumbers.MOST_BLOCKS,
                "--blocks is %d, expected 0 (by the number of words) to %d",
                blocks,
                BucketNumbers.MOST_BLOCKS);
    }
}
