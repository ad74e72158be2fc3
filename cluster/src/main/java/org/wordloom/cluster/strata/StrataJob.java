package org.wordloom.cluster.strata;

import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Problems;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.checkpoint.RunCheckpoints;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;

/**
 * Trains a model by strata (Gemulla et al. 2011, distributed stochastic gradient descent): in stratum s row block i meets
 * column block (i + s) mod P, so that the visits of a stratum touch disjoint rows. On a local master whose heap holds all
 * blocks, threads of this JVM run the visits; else every stratum is a Spark stage. With one thread a visit both give the
 * same bits, for any number of threads and executors, repeated tasks and resumed runs.
 *
 * @param <B> a block of rows
 */
public final class StrataJob<B> {
    /** Stage name of the progress reports; their unit is entries, all cycles together. */
    public static final String STAGE = "train";

    private final JavaSparkContext spark;
    private final StrataModel<B> model;
    private final StrataPlan plan;
    private final Storage storage;

    /** @param model what to train; on a cluster it is sent to every executor */
    public StrataJob(JavaSparkContext spark, StrataModel<B> model, StrataPlan plan) {
        this.spark = spark;
        this.model = model;
        this.plan = plan;
        this.storage = new Storage(spark.hadoopConfiguration());
    }

    /** Threads of this machine that a plan trains with on a local master. */
    public static int localThreads(JavaSparkContext spark, StrataPlan plan) {
        return plan.threads() > 0
                ? plan.threads()
                : Math.max(1, ExecutorCores.of(spark).count());
    }

    /**
     * Runs all cycles, or those that a checkpoint left to do.
     *
     * @param entries cells of one cycle, for the progress
     * @param checkpoints folder beside the output, see {@code OutputFolder.checkpoints()}; it may hold those of an
     *     earlier run, and goes when the output is committed
     * @param notes hears what the user should know before the end, a line each
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when blocks do not fit the memory; USAGE when a checkpoint
     *     was made with other options; FORMAT when no checkpoint is whole; TRAINING when training diverged
     */
    public StrataResult<B> run(long entries, String checkpoints, Consumer<String> notes) {
        return run(entries, checkpoints, notes, CyclePreparation.NONE);
    }

    /** Runs cycles each of which must be prepared. */
    public StrataResult<B> run(long entries, String checkpoints, Consumer<String> notes, CyclePreparation cycles) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        boolean inMemory = runsInOneJvm(spark, model, plan);
        if (!inMemory) {
            StrataMemory.of(model).requireExecutors(spark);
        }
        if (ExecutorCores.of(spark).isLocal() && !inMemory) {
            notes.accept("the model does not fit this heap: blocks wait on Spark's local disk between visits");
        }
        tellOfThreads(inMemory, notes);
        return run(
                entries, new CheckpointFolder(storage, checkpoints, CheckpointUnit.STRATUM), notes, cycles, inMemory);
    }

    void tellOfThreads(boolean inMemory, Consumer<String> notes) {
        if (!inMemory
                && plan.threads() > 0
                && plan.threads() != ExecutorCores.of(spark).count()) {
            notes.accept("--threads " + plan.threads() + " has no effect: where visits are tasks of Spark each has one"
                    + " thread, and an executor runs as many at a time as it has cores");
        }
    }

    /** Whether visits are run by threads of this JVM: on a local master whose heap holds all blocks. */
    public static boolean runsInOneJvm(JavaSparkContext spark, StrataModel<?> model, StrataPlan plan) {
        return ExecutorCores.of(spark).isLocal() && StrataMemory.of(model).fitsHere(localThreads(spark, plan));
    }

    /**
     * Bytes of heap that blocks and visits leave to others on a local master: 0 where they do not fit, and on a cluster, whose
     * executors may be given any visit.
     */
    public static long spareBytes(JavaSparkContext spark, StrataModel<?> model, StrataPlan plan) {
        if (!ExecutorCores.of(spark).isLocal()) {
            return 0;
        }
        long needed = StrataMemory.of(model).inOneJvm(localThreads(spark, plan));
        return Math.max(0, StrataMemory.usableHere() - needed);
    }

    /** As {@link #run(long, String, Consumer)}, where the caller says which of the two ways to go. */
    StrataResult<B> run(long entries, CheckpointFolder checkpoints, Consumer<String> notes, boolean inMemory) {
        return run(entries, checkpoints, notes, CyclePreparation.NONE, inMemory);
    }

    private StrataResult<B> run(
            long entries,
            CheckpointFolder checkpoints,
            Consumer<String> notes,
            CyclePreparation cycles,
            boolean inMemory) {
        StrataSchedule schedule = new StrataSchedule(model.blocks(), plan.cycles(), plan.scheduleKey());
        long total = Math.multiplyExact(entries, (long) plan.cycles());
        return SparkRun.stage(STAGE, total, model.unit(), key -> {
            try (StrataEngine<B> engine = engine(schedule, inMemory)) {
                RunCheckpoints kept = new RunCheckpoints(
                        checkpoints,
                        plan.identity(),
                        plan.checkpointInterval(),
                        new RunCheckpoints.Extent(schedule.strata(), model.blocks(), model.blocks()));
                return new StrataRun<>(plan, schedule, engine, kept, cycles, key).run(notes);
            }
        });
    }

    private StrataEngine<B> engine(StrataSchedule schedule, boolean inMemory) {
        return inMemory
                ? new LocalStrata<>(storage, model, schedule, localThreads(spark, plan), plan.exact())
                : new SparkStrata<>(
                        spark,
                        new StrataTasks<>(storage, model, schedule),
                        StrataMemory.of(model).storage(spark));
    }
}
