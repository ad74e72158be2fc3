package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.cluster.checkpoint.StoredCheckpoint;
import org.wordloom.cluster.hogwild.WordTrainingPlan;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.vocab.Vocabulary;

/** Writes a trained model from the files of its last checkpoint, on an executor: no vector passes the driver. */
record ReplicaModelWriter(JavaSparkContext spark, BlockFiles files, Vocabulary vocabulary, WordTrainingPlan plan) {

    List<WrittenFile> write(StoredCheckpoint stored, Map<String, String> provenance, OutputFolder output) {
        TreeMap<String, String> notes = new TreeMap<>(provenance);
        String staging = output.staging();
        WordTrainingPlan what = plan;
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<VocabularyBroadcast> words = broadcasts.send(new VocabularyBroadcast(vocabulary));
            Broadcast<BlockFiles> here = broadcasts.send(files);
            Broadcast<StoredCheckpoint> last = broadcasts.send(stored);
            List<WrittenFile> written = SparkRun.action(() -> spark.parallelize(List.of(0), 1)
                    .map(task -> new ArrayList<>(new ModelWriter(
                                    here.value().storage(),
                                    staging,
                                    TaskContext.get().taskAttemptId())
                            .write(
                                    here.value().model(words.value().vocabulary(), last.value(), notes),
                                    what.vectors(),
                                    what.formats())))
                    .collect()
                    .get(0));
            written.forEach(output::take);
            return written;
        }
    }
}
