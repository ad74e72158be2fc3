package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.glove.GloveOptions;

/** The options of GloVe training. */
public final class GloveSettings implements SettingGroup {
    private final GloveOptions.Builder builder = GloveOptions.builder();
    private final List<Setting<?>> settings;

    public GloveSettings() {
        settings = List.of(
                Setting.integer("dim", "width of the vectors", () -> options().dim(), builder::dim),
                Setting.integer(
                        "epochs",
                        "passes over the cells, each a cycle over all pairs of blocks",
                        () -> options().epochs(),
                        builder::epochs),
                Setting.real(
                        "x-max",
                        "cells of this value and above have weight 1",
                        () -> options().xMax(),
                        builder::xMax),
                Setting.real(
                        "alpha",
                        "exponent of the weight (x / x-max)^alpha below that",
                        () -> options().alpha(),
                        builder::alpha),
                Setting.real(
                        "rate", "learning rate of the vectors", () -> options().rate(), builder::rate),
                Setting.real(
                        "bias-rate",
                        "learning rate of the biases: 1 as in Stanford's program since 2020",
                        () -> options().biasRate(),
                        builder::biasRate),
                Setting.real(
                        "grad-clip",
                        "components of the vectors' gradients are clipped to ± this",
                        () -> options().gradClip(),
                        builder::gradClip),
                Setting.flag(
                        "exact",
                        "the same bits for any number of threads and executors: one thread a block visit",
                        () -> options().exact(),
                        builder::exact),
                Setting.choice(
                        "kernel",
                        KernelChoice.class,
                        "what does the arithmetic; opencl, a GPU, not with --exact",
                        () -> options().kernel(),
                        builder::kernel),
                Setting.integer(
                        "threads",
                        "training threads of an executor; 0: all of its cores",
                        () -> options().threads(),
                        builder::threads),
                Setting.whole("seed", "of every random number", () -> options().seed(), builder::seed));
    }

    /** The options as they were set; validate first. */
    public GloveOptions options() {
        return builder.build();
    }

    @Override
    public String title() {
        return "Training";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        options().validate(problems);
    }
}
