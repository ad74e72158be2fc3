package org.wordloom.train;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.kernel.Tile;

/**
 * Tiles that a device trains and whose curvature the processor measures: threads that fill tiles leave copies of a few here.
 * Their products are computed whenever the rows come back from the device, of every second tile with the rows as they
 * were before and of the others with those that have come: on average, with rows of the time between.
 */
final class CurvatureSamples {
    private final TrainingPlan plan;
    private final Replica replica;
    private final CurvatureMeter meter;
    private final Queue<Tile> early = new ConcurrentLinkedQueue<>();
    private final Queue<Tile> late = new ConcurrentLinkedQueue<>();
    private final AtomicInteger added = new AtomicInteger();

    /** @param meter of the one thread that measures */
    CurvatureSamples(TrainingPlan plan, Replica replica, CurvatureMeter meter) {
        this.plan = plan;
        this.replica = replica;
        this.meter = meter;
    }

    /** Keeps a copy of a tile that has all of its outputs. */
    void add(Tile tile) {
        Tile copy = plan.newTile();
        copy.clear();
        for (int i = 0; i < tile.hidden(); i++) {
            copy.addHidden();
            for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
                copy.addInput(tile.inputRow(at));
            }
        }
        for (int j = 0; j < tile.outputs(); j++) {
            copy.addOutput(tile.outputRow(j), tile.label(j));
            for (int i = 0; i < tile.hidden(); i++) {
                copy.setWeight(i, j, tile.weight(i, j));
            }
        }
        (added.getAndIncrement() % 2 == 0 ? late : early).add(copy);
    }

    /** Measures with the rows of the replica, which are older than those of the device. */
    void measureEarly() {
        measure(early);
    }

    /** Measures with the rows of the replica, which have just come. */
    void measureLate() {
        measure(late);
    }

    private void measure(Queue<Tile> tiles) {
        for (Tile tile = tiles.poll(); tile != null; tile = tiles.poll()) {
            plan.kernel().multiply(tile, replica.input(), replica.output());
            meter.add(tile);
        }
    }
}
