package org.wordloom.cluster.svd;

import java.util.List;
import java.util.Map;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.model.VectorSelection;

/**
 * What to compute and what to write.
 *
 * @param options of the decomposition
 * @param vectors which vectors the vector files hold: of words, of contexts, or both
 * @param formats the vector files to write beside the model
 * @param provenance names and values to keep in the model, beside those that the decomposition adds
 */
public record SvdPlan(
        SvdOptions options, VectorSelection vectors, List<VectorFormat> formats, Map<String, String> provenance) {
    public SvdPlan {
        formats = List.copyOf(formats);
        provenance = Map.copyOf(provenance);
    }
}
