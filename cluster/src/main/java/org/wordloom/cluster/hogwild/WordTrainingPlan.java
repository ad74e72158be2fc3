package org.wordloom.cluster.hogwild;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.base.Problems;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.HogwildTrainer;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/**
 * What to train and what to write.
 *
 * @param training validated options of the model
 * @param vectors which vectors the vector files hold
 * @param formats the vector files to write beside the model
 * @param provenance names and values to keep in the model, beside those that training itself adds (kernel, schedule)
 */
public record WordTrainingPlan(
        TrainingOptions training, VectorSelection vectors, List<VectorFormat> formats, Map<String, String> provenance)
        implements Serializable {
    public WordTrainingPlan {
        formats = List.copyOf(formats);
        provenance = Map.copyOf(provenance);
    }

    /** Adds what contradicts itself. */
    public void validate(Problems problems) {
        training.validate(problems);
        problems.require(
                training.objective() != ObjectiveChoice.HIERARCHICAL_SOFTMAX || vectors == VectorSelection.INPUT,
                "--vectors %s does not go with hierarchical softmax, whose output vectors belong to tree nodes; use input",
                vectors.name().toLowerCase(Locale.ROOT));
    }

    /**
     * What a model made by this plan says of its making; the caller may add to it.
     *
     * @param kernel the name of the kernel that ran
     * @param threads of a replica
     */
    public Map<String, String> provenance(String kernel, int threads) {
        Map<String, String> whole = new TreeMap<>(provenance);
        whole.put("kernel", kernel);
        whole.put("schedule", "hogwild");
        whole.put("threads", Integer.toString(threads));
        return whole;
    }

    /** Bytes of heap that a replica needs to train and write a vocabulary of this size. */
    long memoryBytes(int words) {
        return HogwildTrainer.memoryBytes(training, words);
    }
}
