package org.wordloom.cluster.replicas;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.base.Problems;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.hogwild.WordTrainingPlan;
import org.wordloom.cluster.vocabulary.VocabularyChecksum;
import org.wordloom.merge.Curvature;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.TrainingOptions.Loss;
import org.wordloom.vocab.Vocabulary;

/**
 * What to train by replicas, how, and what to write.
 *
 * @param model what to train and write
 * @param replicas how replicas train and merge
 * @param checkpointInterval a checkpoint is made at the end of the round in which this much time has passed since the last
 *     one; zero makes one after every round, a negative one none but those that cut a lineage
 * @param resume whether to continue from the last checkpoint, if there is one
 */
public record ReplicaPlan(
        WordTrainingPlan model, ReplicaOptions replicas, Duration checkpointInterval, boolean resume) {

    ReplicaPlan withReplicas(int count) {
        ReplicaOptions sized = replicas.withReplicas(count);
        // Rounds of one replica serve its checkpoints only.
        boolean keepsOnly = count == 1 && checkpointInterval.toSeconds() > 0;
        return new ReplicaPlan(
                model, keepsOnly ? sized.withInterval(checkpointInterval) : sized, checkpointInterval, resume);
    }

    public void validate(Problems problems) {
        model.validate(problems);
        replicas.validate(problems);
        int dim = model.training().dim();
        problems.require(
                replicas.rule() != MergeRule.CURVATURE || dim <= Curvature.MOST_COLUMNS,
                "--merge-rule curvature is for --dim up to %d; merge by adasum or average",
                Curvature.MOST_COLUMNS);
    }

    /** All that decides the result, by the names of the command line where there is one. */
    SortedMap<String, String> identity(
            EncodedCorpus corpus, Vocabulary vocabulary, RowLayout layout, boolean workingSets) {
        TrainingOptions options = model.training();
        SortedMap<String, String> identity = new TreeMap<>();
        identity.put("model", options.architecture() + ", " + options.loss());
        identity.put("--dim", Integer.toString(options.dim()));
        identity.put("--window", Integer.toString(options.window()));
        identity.put("--sample", Double.toString(options.sample()));
        identity.put("--epochs", Integer.toString(options.epochs()));
        identity.put("--rate", Double.toString(options.rate()));
        identity.put("--min-rate-fraction", Double.toString(options.minRateFraction()));
        identity.put("--row-rate-count", Double.toString(options.rowRateCount()));
        identity.put("--context-gradient", options.gradient().toString());
        identity.put("--sigmoid", options.sigmoid().toString());
        identity.put("--seed", Long.toString(options.seed()));
        if (options.loss() == Loss.NEGATIVE_SAMPLING) {
            identity.put("--negative", Integer.toString(options.negative()));
            identity.put("--noise-power", Double.toString(options.noisePower()));
        }
        identity.put("--replicas", Integer.toString(replicas.replicas()));
        identity.put("--merges", Integer.toString(replicas.merges()));
        identity.put("--merge-rule", replicas.rule().label());
        identity.put("working sets", Boolean.toString(workingSets));
        identity.put("rows a block", Integer.toString(layout.rowsPerBlock()));
        identity.put("tokens", Long.toString(corpus.tokens()));
        identity.put("sentences", Long.toString(corpus.sentences()));
        identity.put("shards", Integer.toString(corpus.shards().size()));
        identity.put("words", Integer.toString(vocabulary.size()));
        identity.put("vocabulary checksum", Integer.toHexString(VocabularyChecksum.of(vocabulary)));
        if (!corpus.tokenizer().isEmpty()) {
            identity.put("tokenizer", corpus.tokenizer());
        }
        return identity;
    }
}
