package org.wordloom.cluster.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockCount;
import org.wordloom.cluster.checkpoint.EarlierRun;
import org.wordloom.cluster.replicas.ReplicaMemory;
import org.wordloom.cluster.replicas.ReplicaOptions;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.cluster.schedule.ScheduleChoice.Kind;
import org.wordloom.cluster.spark.HeapShare;
import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.HogwildTrainer;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/**
 * Chooses a schedule for text: a pure function of its arguments.
 *
 * @param options of the model
 * @param counts of the words of the corpus, by id
 * @param tokens of the corpus, an epoch
 * @param cluster what there is
 * @param replicas what the user asked of replicas; 0 replicas: as many as there are executors
 * @param asked what the user asked of strata
 * @param earlier the run that is resumed: what the user leaves open is as it was then, whatever the cluster is now
 */
public record Scheduler(
        TrainingOptions options,
        long[] counts,
        long tokens,
        ClusterSize cluster,
        ReplicaOptions replicas,
        StrataRequest asked,
        Optional<EarlierRun> earlier) {
    public Scheduler {
        if (earlier.isPresent()) {
            replicas = replicas.replicas() > 0
                    ? replicas
                    : replicas.withReplicas(earlier.get().number("--replicas"));
            asked = asked.blocks() > 0 ? asked : asked.withBlocks(earlier.get().number("--blocks"));
        }
    }

    /**
     * One replica where there is one executor that holds it; on several, strata for what is a sum over pairs of rows, and
     * replicas for the rest.
     *
     * @throws WordloomException ENVIRONMENT with the arithmetic when nothing fits
     */
    public ScheduleChoice auto() {
        if (replicas.replicas() > 0) {
            return hogwild();
        }
        if (asked.blocks() > 0 && earlier.isPresent()) {
            return strata();
        }
        if (cluster.executors() == 1 && oneReplicaFits()) {
            return oneReplica("there is one executor, and it holds the model");
        }
        int blocks = splitsOverPairs() ? fittingBlocks() : 0;
        if (blocks > 0) {
            return strata(
                    blocks,
                    cluster.executors() == 1
                            ? "the model does not fit this heap, and skip-gram's loss is a sum over pairs of rows: two"
                                    + " blocks at a time are enough"
                            : "skip-gram's loss is a sum over pairs of rows: executors train pairs of blocks that share"
                                    + " no row, and nothing need be merged");
        }
        return hogwild();
    }

    /**
     * One replica or many, as the user or the number of executors says.
     *
     * @throws WordloomException ENVIRONMENT with the arithmetic when a replica does not fit
     */
    public ScheduleChoice hogwild() {
        int count = replicas.replicas() > 0 ? replicas.replicas() : cluster.executors();
        if (count == 1 && oneReplicaFits() && replicas.rows() != Rows.WORKING_SET) {
            return oneReplica(
                    cluster.executors() == 1
                            ? "there is one executor"
                            : "one replica, " + asAsked("--replicas", count) + ": one executor trains");
        }
        ReplicaOptions sized = replicas.withReplicas(count);
        ReplicaMemory memory = ReplicaMemory.of(options, counts, sized.roundTokens(tokens));
        boolean sets = memory.workingSets(replicas.rows(), cluster.heapBytes());
        long rows = sets ? memory.setRows() : memory.allRows();
        int merges = Math.multiplyExact(sized.leastMerges(), options.epochs());
        long bytes = 2L * merges * count * rows * options.dim() * Float.BYTES;
        return new ScheduleChoice(
                Kind.REPLICAS,
                count,
                0,
                sets ? memory.setBytes() : memory.allBytes(),
                bytes,
                replicaReasons(count, sets, merges, bytes, memory));
    }

    /**
     * Strata, as the user says.
     *
     * @throws WordloomException ENVIRONMENT with the arithmetic when no number of blocks fits
     */
    public ScheduleChoice strata() {
        int blocks = fittingBlocks();
        if (blocks == 0) {
            int most = fixedBlocks() > 0 ? fixedBlocks() : BucketNumbers.MOST_BLOCKS;
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    String.format(
                            Locale.ROOT,
                            "no number of blocks up to %,d lets %d tasks at once fit a heap of %,d MB: with %1$,d, one task"
                                    + " needs %,d MB and all share %,d MB; give executors more (--executor-memory, or --driver-memory on"
                                    + " a local master) or fewer cores, or lower --dim or --max-size",
                            most,
                            cluster.cores(),
                            HeapShare.megabytes(cluster.heapBytes()),
                            HeapShare.megabytes(cost(most).taskBytes()),
                            HeapShare.megabytes(cost(most).sharedBytes())));
        }
        return strata(blocks, asAsked("--blocks", blocks));
    }

    private List<String> replicaReasons(int count, boolean sets, int merges, long bytes, ReplicaMemory memory) {
        List<String> reasons = new ArrayList<>();
        reasons.add(String.format(
                Locale.ROOT,
                "schedule hogwild with %d replicas, merged %s%d times by %s: %s",
                count,
                replicas.leastMerges() == replicas.merges() ? "" : "at least ",
                merges,
                replicas.rule().label(),
                whyReplicas(count)));
        long task = sets ? memory.setBytes() : memory.allBytes();
        reasons.add(String.format(
                Locale.ROOT,
                "each replica holds %s and needs %,d MB of its executor's heap of %,d MB; %s%,d MB of rows move",
                sets
                        ? String.format(Locale.ROOT, "a working set of about %,d rows", memory.setRows())
                        : String.format(Locale.ROOT, "all %,d rows", memory.allRows()),
                HeapShare.megabytes(task),
                HeapShare.megabytes(cluster.heapBytes()),
                replicas.leastMerges() == replicas.merges() ? "up to " : "at least ",
                HeapShare.megabytes(bytes)));
        if (replicas.rule() == MergeRule.CURVATURE && count > 1) {
            double tokensApart = (double) tokens * options.epochs() / merges / count;
            reasons.add(String.format(
                    Locale.ROOT,
                    "merging is expected to add %.3f to the loss per pair, and less on a large corpus: the curve was fitted"
                            + " on up to 3.3 million tokens; more merges lose less",
                    new MergingLoss(count, merges, tokensApart).estimate()));
        }
        return reasons;
    }

    /** Another number than the earlier run had is the user's, and will be refused with what differs. */
    private String asAsked(String option, int number) {
        boolean asBefore = earlier.map(run -> run.number(option) == number).orElse(false);
        return asBefore ? "as in the run that is resumed" : "as asked for";
    }

    private String whyReplicas(int count) {
        if (replicas.replicas() > 0) {
            return asAsked("--replicas", count);
        }
        if (count == 1) {
            return "the model does not fit this heap, a working set of its rows does";
        }
        return splitsOverPairs()
                ? "one an executor"
                : options.objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX
                        ? "one an executor; the nodes at the top of the tree are in all pairs, so blocks would not split it"
                        : "one an executor; CBOW's hidden vector is a mean of rows of many blocks";
    }

    private ScheduleChoice oneReplica(String why) {
        long bytes = oneReplicaBytes();
        return new ScheduleChoice(
                Kind.ONE_REPLICA,
                1,
                0,
                bytes,
                0,
                List.of(String.format(
                        Locale.ROOT,
                        "schedule hogwild with one replica: %s; it needs %,d MB of a heap of %,d MB, no rows move",
                        why,
                        HeapShare.megabytes(bytes),
                        HeapShare.megabytes(cluster.heapBytes()))));
    }

    /** The choice of strata with so many blocks. */
    private ScheduleChoice strata(int blocks, String why) {
        StrataCost cost = cost(blocks);
        return new ScheduleChoice(
                Kind.STRATA,
                0,
                blocks,
                cost.taskBytes(),
                cost.bytesMoved(),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "schedule strata with %d blocks, each pair of which meets %d times: %s",
                                blocks,
                                cost.cycles(),
                                why),
                        String.format(
                                Locale.ROOT,
                                "each task needs %,d MB of its executor's heap of %,d MB, %d at once, beside %,d MB that they"
                                        + " share; %,d MB of rows and %,d MB of pairs move",
                                HeapShare.megabytes(cost.taskBytes()),
                                HeapShare.megabytes(cluster.heapBytes()),
                                cluster.cores(),
                                HeapShare.megabytes(cost.sharedBytes()),
                                HeapShare.megabytes(cost.vectorBytes()),
                                HeapShare.megabytes(cost.pairBytes()))));
    }

    private StrataCost cost(int blocks) {
        return asked.cost(options, counts, blocks);
    }

    /** The number of blocks that fits the memory and, if it is free, gives every core a visit; 0 when none does. */
    private int fittingBlocks() {
        int fixed = fixedBlocks();
        if (fixed > 0) {
            return inOneJvm() || fits(fixed) ? fixed : 0;
        }
        int most = BucketNumbers.MOST_BLOCKS; // more cores than that have idle ones
        int blocks = Math.min(most, Math.max(suggestedBlocks(), cluster.executors() * cluster.cores()));
        while (blocks < most && !fits(blocks)) {
            blocks = Math.min(most, 2 * blocks);
        }
        return fits(blocks) ? blocks : 0;
    }

    /**
     * The number of blocks where it is not free to choose: the user's, that of the run that is resumed, or one that is fixed
     * because the result must not depend on the cluster. 0 where it is free.
     */
    private int fixedBlocks() {
        if (asked.blocks() > 0) {
            return asked.blocks();
        }
        return asked.exact() || inOneJvm() ? suggestedBlocks() : 0;
    }

    private int suggestedBlocks() {
        return BlockCount.forRows(counts.length, options.dim());
    }

    private boolean fits(int blocks) {
        StrataCost cost = cost(blocks);
        return cluster.cores() * cost.taskBytes() + cost.sharedBytes() <= HeapShare.usable(cluster.heapBytes());
    }

    private boolean inOneJvm() {
        return cluster.local() && oneReplicaFits();
    }

    private boolean splitsOverPairs() {
        return options.architecture() == ArchitectureChoice.SKIPGRAM
                && options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING;
    }

    private boolean oneReplicaFits() {
        return oneReplicaBytes() <= cluster.heapBytes();
    }

    private long oneReplicaBytes() {
        int threads = options.threads() > 0 ? options.threads() : cluster.cores();
        return HogwildTrainer.memoryBytes(options.toBuilder().threads(threads).build(), counts.length);
    }
}
