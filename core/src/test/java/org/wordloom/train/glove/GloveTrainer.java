package org.wordloom.train.glove;

import java.io.IOException;
import org.wordloom.base.Progress;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.blocks.Strata;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.matrix.RowMatrix;

/**
 * Trains GloVe in one JVM that holds all blocks: an epoch is a cycle of strata. In exact mode every visit has one thread,
 * and the result depends on options, partition and cells alone; otherwise threads that are left over when every block
 * has one share the visits as Hogwild threads.
 */
public final class GloveTrainer {
    private final GloveOptions options;
    private final BlockPartition partition;
    private final CellSource source;
    private final GloveBlock[] words;
    private final GloveBlock[] contexts;
    private final GloveMeter meter;
    private final GloveVisit visit;
    private final int visits;
    private final int threadsPerVisit;

    /**
     * @param options validated options
     * @param partition of both rows and columns
     * @param source their cells
     */
    public GloveTrainer(GloveOptions options, BlockPartition partition, CellSource source) {
        int blocks = partition.blocks();
        int threads =
                options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
        this.options = options;
        this.partition = partition;
        this.source = source;
        this.words = new GloveBlock[blocks];
        this.contexts = new GloveBlock[blocks];
        this.visit = new GloveVisit(options);
        this.visits = Math.min(threads, blocks);
        this.threadsPerVisit = options.exact() ? 1 : threads / visits;
        this.meter = new GloveMeter(options, blocks, source.size());
    }

    /** Bytes of heap that training needs besides the cells: all blocks, and the two result matrices. */
    public static long memoryBytes(GloveOptions options, long rows) {
        return 2 * (AdaGradRows.bytes(rows, options.dim()) + RowMatrix.bytes(rows, options.dim()));
    }

    /**
     * Trains all epochs.
     *
     * @param progress called a few times a second with stage "train" and unit "cells"
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity, naming the visit; FORMAT for cells that
     *     do not fit the partition. Any failure of a thread stops all and is rethrown.
     */
    public Result train(Progress.Listener progress) throws IOException, InterruptedException {
        for (int block = 0; block < words.length; block++) {
            words[block] = GloveBlock.initial(options, Side.INPUT, partition, block);
            contexts[block] = GloveBlock.initial(options, Side.OUTPUT, partition, block);
        }
        meter.start();
        Strata strata = new Strata(partition.blocks());
        StrataLoop<Cells> loop = new StrataLoop<>(strata, options.epochs(), options.seed());
        loop.run(visits, v -> source.cells(v.rowBlock(), v.columnBlock()), this::visit, () -> meter.report(progress));
        return new Result(
                matrix(words), matrix(contexts), visit.kernel(), meter.seconds(), meter.done(), meter.losses());
    }

    private void visit(BlockVisit which, Cells cells) throws IOException, InterruptedException {
        GloveBlock rows = words[which.rowBlock()];
        GloveBlock columns = contexts[which.columnBlock()];
        double loss = visit.train(rows, columns, cells, which, threadsPerVisit);
        meter.add(which, cells.size(), loss);
    }

    private RowMatrix matrix(GloveBlock[] blocks) {
        RowMatrix matrix = new RowMatrix(partition.rows(), options.dim());
        for (GloveBlock block : blocks) {
            for (int index = 0; index < block.size(); index++) {
                int row = partition.row(block.block(), index);
                block.parameters().copyWeights(index, matrix.chunk(row), matrix.offset(row));
            }
        }
        return matrix;
    }

    /**
     * What training made.
     *
     * @param words w: word vectors, a row a word
     * @param contexts w̃: context vectors, a row a word; Stanford's program gives out the sum w + w̃
     * @param kernel the name of the kernel that ran
     * @param seconds wall seconds of the training loop
     * @param cells cells trained, all epochs together
     * @param losses mean loss a cell of each epoch, each cell's as before its step
     */
    public record Result(
            RowMatrix words, RowMatrix contexts, String kernel, double seconds, long cells, double[] losses) {}
}
