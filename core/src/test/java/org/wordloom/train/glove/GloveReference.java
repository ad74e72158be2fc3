package org.wordloom.train.glove;

import java.io.IOException;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.blocks.Side;
import org.wordloom.blocks.Strata;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.CellReference;
import org.wordloom.kernel.CellRule;

/** GloVe in double precision and in one thread, cell after cell; for blocks that fit the cache, whose tile is one. */
final class GloveReference {
    private final GloveOptions options;
    private final BlockPartition partition;
    private final CellSource source;
    private final CellReference.Rows[] words;
    private final CellReference.Rows[] contexts;

    GloveReference(GloveOptions options, BlockPartition partition, CellSource source) {
        this.options = options;
        this.partition = partition;
        this.source = source;
        this.words = new CellReference.Rows[partition.blocks()];
        this.contexts = new CellReference.Rows[partition.blocks()];
    }

    /** Trains; returns the mean loss of the last epoch. */
    double train() throws IOException {
        for (int b = 0; b < partition.blocks(); b++) {
            words[b] = new CellReference.Rows(
                    GloveBlock.initial(options, Side.INPUT, partition, b).parameters());
            contexts[b] = new CellReference.Rows(
                    GloveBlock.initial(options, Side.OUTPUT, partition, b).parameters());
        }
        Strata strata = new Strata(partition.blocks());
        double loss = 0;
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            loss = 0;
            for (int stratum : strata.order(StrataLoop.orderKey(options.seed(), epoch))) {
                for (int row = 0; row < partition.blocks(); row++) {
                    loss += visit(new BlockVisit(epoch, row, strata.columnBlock(stratum, row)));
                }
            }
        }
        return loss / source.size();
    }

    private double visit(BlockVisit visit) throws IOException {
        Cells cells = source.cells(visit.rowBlock(), visit.columnBlock());
        long key = CounterRandom.at(visit.key(options.seed(), Purpose.SHUFFLE), 0);
        KeyedPermutation order = new KeyedPermutation(cells.size(), key);
        CellRule rule = new CellRule(
                (float) options.xMax(),
                (float) options.alpha(),
                (float) options.rate(),
                (float) options.biasRate(),
                (float) options.gradClip());
        double loss = 0;
        for (int place = 0; place < cells.size(); place++) {
            int cell = (int) order.at(place);
            loss += CellReference.step(
                    words[visit.rowBlock()],
                    contexts[visit.columnBlock()],
                    cells.rows()[cell],
                    cells.columns()[cell],
                    cells.values()[cell],
                    rule);
        }
        return loss;
    }

    double word(int row, int column) {
        return words[partition.blockOf(row)].weights[partition.indexInBlock(row)][column];
    }

    double context(int row, int column) {
        return contexts[partition.blockOf(row)].weights[partition.indexInBlock(row)][column];
    }
}
