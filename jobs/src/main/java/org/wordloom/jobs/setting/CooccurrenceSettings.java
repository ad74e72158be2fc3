package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockCount;
import org.wordloom.cluster.cooccurrence.CooccurrencePlan;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;

/** Which pairs of words are counted, and how. */
public final class CooccurrenceSettings implements SettingGroup {
    /** The width of vectors that blocks are made for unless said otherwise. */
    private static final int USUAL_DIM = 100;

    private final List<Setting<?>> settings = new ArrayList<>();
    private int window = CooccurrenceOptions.defaults().window();
    private boolean leftOnly = !CooccurrenceOptions.defaults().symmetric();
    private Weighting weighting = CooccurrenceOptions.defaults().weighting();
    private Boundary boundary = CooccurrenceOptions.defaults().boundary();
    private double minimum = CooccurrenceOptions.defaults().minimum();
    private int blocks;
    private long memory = CooccurrencePlan.SHARE_OF_HEAP;

    private final IntSupplier dim;

    public CooccurrenceSettings() {
        this(() -> USUAL_DIM);
    }

    /** @param dim the width of the vectors that will be trained, for the default number of blocks */
    public CooccurrenceSettings(IntSupplier dim) {
        this.dim = dim;
        settings.add(Setting.integer(
                "window", "words on each side of a word at most", () -> window, value -> window = value));
        settings.add(Setting.flag(
                "left-only",
                "count a pair only in the order of the text, not in both",
                () -> leftOnly,
                value -> leftOnly = value));
        settings.add(Setting.choice(
                "weighting",
                Weighting.class,
                "what a pair counts at distance d: 1/d, 1, or (window-d+1)/window",
                () -> weighting,
                value -> weighting = value));
        settings.add(Setting.choice(
                "boundary",
                Boundary.class,
                "what no window crosses: a line's end; or a record's end, in plain text a blank line",
                () -> boundary,
                value -> boundary = value));
        settings.add(Setting.real(
                "min-cooccurrence",
                "cells of less weight are left out; what is lost is reported",
                () -> minimum,
                value -> minimum = value));
        settings.add(Setting.integer(
                "blocks",
                "split the words into so many blocks; 0: by the number of words",
                () -> blocks,
                value -> blocks = value));
        settings.add(ByteSize.setting(
                "memory",
                "what counting may take of an executor's heap, as 2g; 0: two fifths of it",
                () -> memory,
                value -> memory = value));
    }

    /** P as it was set; 0 for the default. */
    public int blocks() {
        return blocks;
    }

    /** The options of counting as they were set. */
    public CooccurrenceOptions options() {
        return new CooccurrenceOptions(window, !leftOnly, weighting, boundary, minimum);
    }

    /** The plan for so many words. */
    public CooccurrencePlan plan(int words) {
        int count = blocks > 0 ? blocks : BlockCount.forRows(words, dim.getAsInt());
        return CooccurrencePlan.of(options(), count).withMemoryBytes(memory);
    }

    @Override
    public String title() {
        return "Co-occurrence";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void validate(Problems problems) {
        options().validate(problems);
        problems.require(
                blocks >= 0 && blocks <= BucketNumbers.MOST_BLOCKS,
                "--blocks is %d, expected 0 (by the number of words) to %d",
                blocks,
                BucketNumbers.MOST_BLOCKS);
        problems.require(
                memory == CooccurrencePlan.SHARE_OF_HEAP || memory >= CooccurrencePlan.LEAST_BYTES,
                "--memory is %s, expected 0 (two fifths of the heap) or %s and more",
                ByteSize.text(memory),
                ByteSize.text(CooccurrencePlan.LEAST_BYTES));
    }
}
