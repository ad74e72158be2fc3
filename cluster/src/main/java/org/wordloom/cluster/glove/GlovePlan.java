package org.wordloom.cluster.glove;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wordloom.base.Problems;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.glove.GloveOptions;

/**
 * What to train and what to write.
 *
 * @param training validated options of the model
 * @param checkpointInterval see {@link org.wordloom.cluster.strata.StrataPlan}
 * @param resume whether to continue from the last checkpoint
 * @param vectors which vectors the vector files hold
 * @param formats the vector files to write beside the model
 * @param provenance names and values to keep in the model, beside those that training itself adds
 */
public record GlovePlan(
        GloveOptions training,
        Duration checkpointInterval,
        boolean resume,
        VectorSelection vectors,
        List<VectorFormat> formats,
        Map<String, String> provenance)
        implements Serializable {
    public GlovePlan {
        formats = List.copyOf(formats);
        provenance = Map.copyOf(provenance);
    }

    public void validate(Problems problems) {
        training.validate(problems);
    }
}
