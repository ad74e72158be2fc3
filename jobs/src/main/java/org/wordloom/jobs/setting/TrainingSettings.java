package org.wordloom.jobs.setting;

import java.util.List;
import java.util.stream.Stream;
import org.wordloom.base.Problems;
import org.wordloom.cluster.replicas.ReplicaOptions;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.SigmoidChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;

/** The options of skip-gram and CBOW training. */
public final class TrainingSettings implements SettingGroup {
    /** How the corpus is divided over the cluster while training. */
    public enum Schedule {
        AUTO,
        HOGWILD,
        STRATA
    }

    private final ArchitectureChoice architecture;
    private final TrainingOptions.Builder builder;
    private final List<Setting<?>> settings;
    private Schedule schedule = Schedule.AUTO;

    public TrainingSettings(ArchitectureChoice architecture) {
        this.architecture = architecture;
        this.builder = TrainingOptions.builder(architecture);
        this.settings = Stream.of(modelSettings(), rateSettings(), runSettings())
                .flatMap(List::stream)
                .toList();
    }

    /** The options as they were set; validate first. */
    public TrainingOptions options() {
        return builder.build();
    }

    /** The schedule that was asked for. */
    public Schedule schedule() {
        return schedule;
    }

    /** Takes the rates that suit strata, where no others were asked for. */
    public void useRatesOfStrata() {
        if (!isExplicit("rate") && now().rate() == TrainingOptions.SKIPGRAM_RATE) {
            builder.rate(PairOptions.RATE);
        }
        if (!isExplicit("row-rate-count") && now().rowRateCount() == 0) {
            builder.rowRateCount(PairOptions.ROW_RATE_COUNT);
        }
    }

    /** Takes the rate that suits so many replicas, where no other was asked for; says whether it did. */
    public boolean useRateOfReplicas(ReplicaOptions merging, int replicas) {
        boolean raised = !isExplicit("rate")
                && now().rate() == TrainingOptions.SKIPGRAM_RATE // wordloom.conf may have another
                && merging.ownRate(now(), replicas);
        if (raised) {
            builder.rate(ReplicaOptions.SKIPGRAM_RATE);
        }
        return raised;
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
        now().validate(problems);
        problems.require(
                !(isExplicit("negative") && now().objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX),
                "--hs and --negative contradict each other: choose hierarchical softmax or negative sampling");
        problems.require(
                !(isExplicit("noise-power") && now().objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX),
                "--hs and --noise-power contradict each other: hierarchical softmax draws no noise words");
        problems.require(
                !(isExplicit("context-gradient") && isSkipGram()),
                "--context-gradient is for cbow only: a skip-gram window has no shared hidden vector");
    }

    private boolean isSkipGram() {
        return architecture == ArchitectureChoice.SKIPGRAM;
    }

    private String rateHelp() {
        return isSkipGram()
                ? "initial learning rate; by strata, and by several replicas merged by curvature, 0.05 unless said"
                : "initial learning rate; unless said, 0.2 with --context-gradient mean, 0.05 with sum";
    }

    /** What is predicted from what. */
    private List<Setting<?>> modelSettings() {
        return List.of(
                Setting.integer("dim", "width of the vectors", () -> now().dim(), builder::dim),
                Setting.integer(
                        "window",
                        "words on each side at most; each centre word draws its own width",
                        () -> now().window(),
                        builder::window),
                Setting.integer(
                        "negative", "negatives of negative sampling", () -> now().negative(), builder::negative),
                Setting.flag(
                        "hs",
                        "hierarchical softmax instead of negative sampling",
                        () -> now().objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX,
                        this::setHierarchicalSoftmax),
                Setting.real(
                        "noise-power",
                        "exponent of the noise distribution: 0.75 in word2vec, 0.5 in fastText",
                        () -> now().noisePower(),
                        builder::noisePower),
                Setting.real(
                        "sample",
                        "threshold of the subsampling of frequent words; 0 keeps every word",
                        () -> now().sample(),
                        builder::sample));
    }

    /** How long, how fast, and what of the arithmetic a user may choose. */
    private List<Setting<?>> rateSettings() {
        return List.of(
                Setting.integer("epochs", "passes over the corpus", () -> now().epochs(), builder::epochs),
                Setting.real("rate", rateHelp(), () -> now().rate(), builder::rate),
                Setting.real(
                        "min-rate-fraction",
                        "what is left of the rate at the end: it falls linearly to this fraction"
                                + (isSkipGram() ? "" : "; 1e-4 unless said with --context-gradient mean or sum"),
                        () -> now().minRateFraction(),
                        builder::minRateFraction),
                Setting.real(
                        "row-rate-count",
                        "c of the rate of a row, min(1, sqrt(c/n)) for a word kept n times; 0: off"
                                + (isSkipGram() ? "; by strata 1000 unless said" : ""),
                        () -> now().rowRateCount(),
                        builder::rowRateCount),
                Setting.choice(
                        "context-gradient",
                        ContextGradient.class,
                        isSkipGram()
                                ? "for cbow only"
                                : "what each of n context words receives: 1/n of the gradient, 1/sqrt(n), or all as in word2vec.c",
                        () -> now().gradient(),
                        builder::gradient),
                Setting.choice(
                        "sigmoid",
                        SigmoidChoice.class,
                        "over the whole range, or saturated beyond ±6 as in word2vec.c",
                        () -> now().sigmoid(),
                        builder::sigmoid));
    }

    /** Where it runs, and from which seed. */
    private List<Setting<?>> runSettings() {
        return List.of(
                Setting.choice(
                        "schedule",
                        Schedule.class,
                        "how training is spread over the cluster" + (isSkipGram() ? "" : "; strata cannot train cbow"),
                        () -> schedule,
                        value -> schedule = value),
                Setting.choice(
                        "kernel",
                        KernelChoice.class,
                        "what does the arithmetic; opencl: a GPU" + (isSkipGram() ? ", not with --exact" : ""),
                        () -> now().kernel(),
                        builder::kernel),
                Setting.integer(
                        "threads",
                        "training threads of an executor; 0: all of its cores",
                        () -> now().threads(),
                        builder::threads),
                Setting.whole("seed", "of every random number", () -> now().seed(), builder::seed));
    }

    private TrainingOptions now() {
        return builder.build();
    }

    private void setHierarchicalSoftmax(boolean on) {
        builder.objective(on ? ObjectiveChoice.HIERARCHICAL_SOFTMAX : ObjectiveChoice.NEGATIVE_SAMPLING);
    }
}
