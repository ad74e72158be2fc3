package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.ModelWriter;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.VectorFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.vocab.Vocabulary;

/** All that writing a trained model needs but its vocabulary; and the writing of it in one place, here or on an executor. */
record WholeWriting<B>(
        Storage storage,
        String staging,
        BlockSource<B> source,
        BlockPartition partition,
        int dim,
        VectorWriter.Copier<B> copier,
        VectorSelection vectors,
        ArrayList<VectorFormat> formats,
        TreeMap<String, String> provenance)
        implements Serializable {

    List<WrittenFile> run(Vocabulary vocabulary, long attempt) throws IOException {
        WordModel model = new WordModel(vocabulary, matrix(Side.ROWS), matrix(Side.COLUMNS), provenance);
        return new ModelWriter(storage, staging, attempt).write(model, vectors, formats);
    }

    private RowMatrix matrix(Side side) throws IOException {
        RowMatrix matrix = new RowMatrix(partition.rows(), dim);
        for (int block = 0; block < partition.blocks(); block++) {
            B vectorsOfBlock = source.block(side, block);
            for (int index = 0; index < partition.size(block); index++) {
                int row = partition.row(block, index);
                copier.copy(vectorsOfBlock, index, matrix.chunk(row), matrix.offset(row));
            }
        }
        return matrix;
    }
}
