package org.wordloom.cluster.pairs;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.cooccurrence.CachedCells;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cluster.cooccurrence.CooccurrenceCells;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.strata.CyclePreparation;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairTables;

/** Trains skip-gram on a co-occurrence artefact by strata, and writes model and vectors into an output folder. */
public final class PairJob {
    /** Cells are read into one copy and turned over into another when only half of a symmetric matrix is stored; the
     * updates drawn from them are not more in the usual case. */
    private static final int COPIES = 3;

    private final JavaSparkContext spark;

    public PairJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains, or goes on from a checkpoint, and writes; the caller commits.
     *
     * @param notes hears what the user should know before the end, a line each
     * @throws org.wordloom.base.WordloomException as {@link StrataJob#run}; ENVIRONMENT when the finished model does not
     *     fit the heap that writes it
     */
    public StrataSummary run(CooccurrenceFolder counts, PairPlan plan, OutputFolder output, Consumer<String> notes) {
        PairTraining.validate(plan);
        PairTraining training = new PairTraining(spark, counts.vocabulary(), counts.partition(), plan);
        PairOptions options = training.options();
        StrataPlan strata = training.strata(identity(counts));
        PairModel model = model(counts, options, strata);
        CooccurrenceCells stored = counts.storedCells();
        long spare = StrataJob.spareBytes(spark, model, strata);
        long budget = CachedCells.budget(spare, model.blocks(), counts.entries());
        CellSource source = budget > 0 ? new CachedCells(stored::cells, budget) : stored::cells;
        PairModel trained = model.withFeed(PairFeed.ofCounts(source, options.share()));
        long cycle = Math.max(1, Math.round(model.pairs() * options.share()));
        return training.run(trained, strata, cycle, budget, CyclePreparation.NONE, output, notes);
    }

    private PairModel model(CooccurrenceFolder counts, PairOptions options, StrataPlan strata) {
        CooccurrenceCells stored = counts.storedCells();
        long[] words = counts.vocabulary().counts();
        BlockPartition partition = counts.partition();
        double[] weights = new PairWeights(spark, stored::cells, partition, PairTables.keep(options, words)).run();
        return new PairModel(
                options,
                partition,
                () -> new PairTables(options, partition, words, weights),
                PairFeed.ofCounts(stored::cells, options.share()),
                COPIES * CachedCells.bytes(counts.largestEntries()),
                0,
                strata.scheduleKey());
    }

    /** What decides the result beside the options. */
    private static Map<String, String> identity(CooccurrenceFolder counts) {
        Map<String, String> identity = new TreeMap<>();
        identity.put("model", "skipgram on counts");
        identity.put("cells", Long.toString(counts.entries()));
        identity.put("co-occurrence options", counts.options().toString());
        identity.put("vocabulary checksum", Integer.toHexString(counts.vocabularyChecksum()));
        if (!counts.tokenizer().isEmpty()) {
            identity.put("tokenizer", counts.tokenizer());
        }
        return identity;
    }
}
