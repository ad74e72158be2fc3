package org.wordloom.train;

import java.util.concurrent.Callable;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.RandomStream;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;

/** One thread of a visit: trains chunks of updates, and the negatives that fall to them. */
final class PairWorker implements Callable<Void> {
    /** Updates that share a row in a tile: their gradients are computed before any of them is applied. */
    private static final int TILE_UPDATES = 16;
    /** Bound of what a tile adds to its shared row at once, in steps of weight 1 at the full rate; without it, rows that
     * are no slower for being frequent diverge. */
    private static final float ROW_STEP = 16;
    /** Input rows of a tile of negatives. */
    private static final int NEGATIVE_ROWS = 16;
    /** Pairs that each such row stands for: as many times K negatives does it meet. */
    static final int PAIRS_PER_ROW = 2;
    /** A tile of negatives stands for so many pairs. */
    static final int NEGATIVE_PAIRS = NEGATIVE_ROWS * PAIRS_PER_ROW;

    private final PairVisit.Work work;
    private final PairGroups groups;
    private final Tile tile;
    private final Tile negatives;
    private final RandomStream random = new RandomStream(0);
    private final PairLoss loss;
    private final UpdateRule rule;
    private float rate;

    PairWorker(PairVisit.Work work) {
        this.work = work;
        RowMatrix input = work.input().vectors();
        RowMatrix output = work.output().vectors();
        this.loss = new PairLoss(work.sample().updates());
        this.groups = new PairGroups(input.rows(), output.rows());
        this.tile = new Tile(TILE_UPDATES, 1, TILE_UPDATES, input.columns());
        this.negatives = new Tile(NEGATIVE_ROWS, 1, PAIRS_PER_ROW * work.negative(), input.columns());
        this.rule = PairRows.rule(work.input().rows(), work.output().rows());
    }

    PairLoss loss() {
        return loss;
    }

    @Override
    public Void call() throws InterruptedException {
        for (int chunk = work.takeChunk(); chunk >= 0; chunk = work.takeChunk()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted in " + work.name());
            }
            train(chunk);
        }
        return null;
    }

    /** Trains a chunk; its negatives are spread evenly over its tiles. */
    private void train(int chunk) {
        rate = work.rate(chunk);
        random.restart(CounterRandom.at(work.negativesKey(), chunk));
        groups.group(work.sample(), chunk);
        long tiles = work.negativeTiles(chunk);
        long done = 0;
        for (int from = 0; from < groups.size(); ) {
            int end = from < groups.byRow() ? fillRow(from) : fillColumn(from);
            step(tile);
            for (long due = tiles * end / groups.size(); done < due; done++) {
                trainNegatives();
            }
            from = end;
        }
        for (; done < tiles; done++) {
            trainNegatives();
        }
    }

    /** One input row that makes pairs with several output rows. */
    private int fillRow(int from) {
        PairSample sample = work.sample();
        int row = sample.row(groups.update(from));
        tile.clear();
        tile.addHidden();
        tile.addInput(row);
        int end = from;
        float room = ROW_STEP / work.input().rows().rate(row);
        while (end < groups.byRow() && end - from < TILE_UPDATES && sample.row(groups.update(end)) == row) {
            int update = groups.update(end);
            room -= sample.weight(update);
            if (room < 0 && end > from) {
                break;
            }
            int output = tile.addOutput(sample.column(update), 1f);
            tile.setWeight(0, output, sample.weight(update));
            end++;
        }
        return end;
    }

    /** Several input rows that make pairs with one output row. */
    private int fillColumn(int from) {
        PairSample sample = work.sample();
        int column = sample.column(groups.update(from));
        tile.clear();
        int end = from;
        float room = ROW_STEP / work.output().rows().rate(column);
        while (end < groups.size() && end - from < TILE_UPDATES && sample.column(groups.update(end)) == column) {
            room -= sample.weight(groups.update(end));
            if (room < 0 && end > from) {
                break;
            }
            tile.addHidden();
            tile.addInput(sample.row(groups.update(end++)));
        }
        tile.addOutput(column, 1f);
        for (int at = from; at < end; at++) {
            tile.setWeight(at - from, 0, sample.weight(groups.update(at)));
        }
        return end;
    }

    /** Input rows drawn by how often they occur in pairs, each with the same negatives. */
    private void trainNegatives() {
        negatives.clear();
        for (int i = 0; i < NEGATIVE_ROWS; i++) {
            negatives.addHidden();
            negatives.addInput(work.input().rows().draw(random.next()));
        }
        for (int j = 0; j < PAIRS_PER_ROW * work.negative(); j++) {
            negatives.addOutput(work.output().rows().draw(random.next()), 0f);
            for (int i = 0; i < NEGATIVE_ROWS; i++) {
                negatives.setWeight(i, j, 1f);
            }
        }
        step(negatives);
    }

    private void step(Tile filled) {
        RowMatrix input = work.input().vectors();
        RowMatrix output = work.output().vectors();
        TileKernel kernel = work.kernel();
        Link link = work.link();
        kernel.multiply(filled, input, output);
        if (!loss.observe(filled)) {
            throw new WordloomException(
                    ExitCode.TRAINING,
                    "training diverged in " + work.name() + " at rate " + rate
                            + ": a product of vectors is NaN or infinite; use a lower --rate");
        }
        kernel.differentiate(filled, link, rate);
        kernel.update(filled, input, output, rule);
    }
}
