package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.train.KernelChoice;

/** The options of positive PMI and its singular value decomposition. */
public final class SvdSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private int dim = SvdOptions.defaults().dim();
    private double shift = SvdOptions.defaults().shift();
    private double contextSmoothing = SvdOptions.defaults().contextSmoothing();
    private double eigenvalueWeighting = SvdOptions.defaults().eigenvalueWeighting();
    private int oversampling = SvdOptions.defaults().oversampling();
    private int powerIterations = SvdOptions.defaults().powerIterations();
    private KernelChoice kernel = SvdOptions.defaults().kernel();
    private int threads = SvdOptions.defaults().threads();
    private long seed = SvdOptions.defaults().seed();

    public SvdSettings() {
        settings = List.of(
                Setting.integer(
                        "dim",
                        "width of the vectors: how many singular values are kept",
                        () -> dim,
                        value -> dim = value),
                Setting.real(
                        "shift",
                        "k of the shifted positive PMI, max(0, PMI - log k); 1: none",
                        () -> shift,
                        value -> shift = value),
                Setting.real(
                        "context-smoothing",
                        "exponent of the context distribution; 1: none",
                        () -> contextSmoothing,
                        value -> contextSmoothing = value),
                Setting.real(
                        "eigenvalue-weighting",
                        "p of the vectors U·S^p; 1: the plain decomposition, 0: without the singular values",
                        () -> eigenvalueWeighting,
                        value -> eigenvalueWeighting = value),
                Setting.integer(
                        "oversampling",
                        "columns that the search for the range carries beyond --dim",
                        () -> oversampling,
                        value -> oversampling = value),
                Setting.integer(
                        "power-iterations",
                        "how often the range is refined, each time by two passes over the matrix",
                        () -> powerIterations,
                        value -> powerIterations = value),
                Setting.choice(
                        "kernel",
                        KernelChoice.class,
                        "what does the arithmetic, with the same bits; opencl has no form of it and is refused",
                        () -> kernel,
                        value -> kernel = value),
                Setting.integer(
                        "threads",
                        "on a local master, tasks at a time; 0: as many as cores",
                        () -> threads,
                        value -> threads = value),
                Setting.whole("seed", "of the random start", () -> seed, value -> seed = value));
    }

    /** The options as they were set; validate first. */
    public SvdOptions options() {
        return new SvdOptions(
                dim,
                shift,
                contextSmoothing,
                eigenvalueWeighting,
                oversampling,
                powerIterations,
                seed,
                threads,
                kernel);
    }

    @Override
    public String title() {
        return "Decomposition";
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
