package org.wordloom.cluster.replicas;

import java.time.Duration;
import org.wordloom.base.Problems;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.RunIdentity;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.hogwild.WordTrainingPlan;
import org.wordloom.merge.Curvature;
import org.wordloom.merge.MergeRule;
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

    /** All that decides the result. */
    RunIdentity identity(EncodedCorpus corpus, Vocabulary vocabulary, RowLayout layout, boolean workingSets) {
        return new RunIdentity("words by replicas")
                .options(model.training().identity())
                .with("--replicas", replicas.replicas())
                .with("--merges", replicas.merges())
                .with("--merge-rule", replicas.rule().label())
                .with("working sets", workingSets)
                .with("rows a block", layout.rowsPerBlock())
                .corpus(corpus, vocabulary);
    }
}
