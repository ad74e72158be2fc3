package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordloom.corpus.ShardSource;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileTraining;

/**
 * The threads that train one replica: Hogwild threads that do all of it, or threads that fill tiles and one that has a
 * device train them.
 */
public record TrainingThreads(
        TrainingOptions options,
        TrainingPlan plan,
        ShardSource shards,
        WorkQueue queue,
        TrainingClock clock,
        Replica replica) {
    /** Enough for a launch of every unit of a large GPU; a processor's batch takes a few hundredths of a second. */
    private static final int GROUP_TILES = 1 << 14;

    private static final int ITEM_TILES = 1 << 12;
    private static final long MOST_BATCH_BYTES = 32L << 20;

    /** @param meters one for each thread; null where there is nothing to measure */
    List<Callable<?>> onProcessor(List<CurvatureMeter> meters) {
        List<Callable<?>> threads = new ArrayList<>();
        for (CurvatureMeter meter : meters) {
            threads.add(worker(clock, new ProcessorStep(plan, clock, replica, meter)));
        }
        return threads;
    }

    /** @param meter for all threads; null where there is nothing to measure */
    List<Callable<?>> onDevice(OpenClDevice device, CurvatureMeter meter) {
        TileTraining training =
                plan.deviceTraining(replica.input().rows(), replica.output().rows());
        int fillers = HogwildTrainer.threads(options);
        BatchExchange exchange = new BatchExchange(training.shape(), batchTiles(training, device.form()), fillers);
        TrainingClock pace = clock.another();
        List<Callable<?>> threads = new ArrayList<>();
        CurvatureSamples samples = meter == null ? null : new CurvatureSamples(plan, replica, meter);
        threads.add(new DeviceWorker(device, training, replica, exchange, clock, samples, options));
        for (int t = 0; t < fillers; t++) {
            threads.add(worker(pace, new DeviceStep(plan, pace, exchange, replica, samples)));
        }
        return threads;
    }

    private Worker worker(TrainingClock pace, TileStep step) {
        return new Worker(options, plan, shards, queue, pace, step);
    }

    /** Tiles of a batch. */
    public static int batchTiles(TileTraining training, LaunchForm form) {
        int tiles = form == LaunchForm.WORK_GROUP ? GROUP_TILES : ITEM_TILES;
        while (tiles > TileBatch.TILES_PER_LOSS && TileBatch.bytes(training.shape(), tiles) > MOST_BATCH_BYTES) {
            tiles /= 2;
        }
        return tiles;
    }
}
