package org.wordloom.train.pairs;

import java.util.concurrent.Callable;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.RandomStream;

/** One thread of a visit: goes through chunks of updates, and the negatives that fall to them. */
final class PairWorker implements Callable<Void> {
    private final PairVisit.Work work;
    private final PairStep step;
    private final PairTiles tiles;
    private final RandomStream random = new RandomStream(0);
    private final SpreadOrder spread = new SpreadOrder();
    private float rate;
    private int placed;
    private long negativeTiles;
    private long drawn;

    PairWorker(PairVisit.Work work, PairStep step) {
        this.work = work;
        this.step = step;
        this.tiles = new PairTiles(work);
    }

    @Override
    public Void call() throws InterruptedException {
        for (int chunk = work.takeChunk(); chunk >= 0; chunk = work.takeChunk()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted in " + work.name());
            }
            train(chunk);
        }
        step.finish();
        return null;
    }

    /** Trains a chunk; its negatives are spread evenly over its tiles. */
    private void train(int chunk) throws InterruptedException {
        rate = work.rate(chunk);
        random.restart(CounterRandom.at(work.negativesKey(), chunk));
        tiles.group(chunk);
        negativeTiles = work.negativeTiles(chunk);
        placed = 0;
        drawn = 0;
        if (step.atOnce()) {
            trainSpread();
        } else {
            for (int from = 0; from < tiles.size(); ) {
                from = trainTile(from);
            }
        }
        trainNegatives(negativeTiles);
    }

    /** Tiles that share a row follow each other: here they are far apart. */
    private void trainSpread() throws InterruptedException {
        spread.clear();
        for (int from = 0; from < tiles.size(); from = tiles.fill(from)) {
            spread.add(from);
        }
        for (int k = 0; k < spread.size(); k++) {
            trainTile(spread.at(k));
        }
    }

    private int trainTile(int from) throws InterruptedException {
        int end = tiles.fill(from);
        step.train(tiles.tile(), rate);
        placed += end - from;
        trainNegatives(negativeTiles * placed / tiles.size());
        return end;
    }

    private void trainNegatives(long due) throws InterruptedException {
        for (; drawn < due; drawn++) {
            step.train(tiles.drawNegatives(random), rate);
        }
    }
}
