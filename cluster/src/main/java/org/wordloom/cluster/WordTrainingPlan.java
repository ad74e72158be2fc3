package org.wordloom.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.wordloom.model.VectorSelection;
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
}
