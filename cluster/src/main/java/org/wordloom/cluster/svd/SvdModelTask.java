package org.wordloom.cluster.svd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;

/**
 * Puts the blocks of both sides together on one executor and writes the model from there.
 *
 * @param run names the decomposition, whose blocks this executor may still keep
 * @param left name of the vectors of words in the store, which become the input vectors
 * @param right name of the vectors of contexts, which become the output vectors
 * @param staging the folder to write into
 */
record SvdModelTask(
        String run,
        TallStore store,
        Broadcast<PmiMatrix> matrix,
        Broadcast<VocabularyBroadcast> words,
        Broadcast<Storage> storage,
        String left,
        String right,
        VectorSelection vectors,
        ArrayList<VectorFormat> formats,
        TreeMap<String, String> provenance,
        String staging)
        implements Serializable {
    ArrayList<WrittenFile> write() {
        // They may fill the heap, and the model needs it.
        PmiCache.end(run);
        WordModel model = new WordModel(words.value().vocabulary(), whole(left), whole(right), Map.copyOf(provenance));
        ModelWriter writer =
                new ModelWriter(storage.value(), staging, TaskContext.get().taskAttemptId());
        return new ArrayList<>(writer.write(model, vectors, formats));
    }

    private RowMatrix whole(String name) {
        BlockPartition partition = matrix.value().partition();
        RowMatrix result = null;
        for (int block = 0; block < partition.blocks(); block++) {
            RowMatrix part = store.get(name, block);
            result = result == null ? new RowMatrix(partition.rows(), part.columns()) : result;
            for (int index = 0; index < part.rows(); index++) {
                result.setRow(partition.row(block, index), part.chunk(index), part.offset(index));
            }
        }
        return result;
    }
}
