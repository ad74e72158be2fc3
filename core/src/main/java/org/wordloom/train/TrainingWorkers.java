package org.wordloom.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordloom.corpus.ShardSource;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TileTraining;

/**
 * Has workers train one replica: Hogwild workers that do all of it, or those that fill tiles and one that has a device
 * train them.
 */
record TrainingWorkers(
        TrainingOptions options,
        TrainingPlan plan,
        ShardSource shards,
        WorkQueue queue,
        TrainingClock clock,
        Replica replica) {
    /**
     * Trains with threads of the processor.
     *
     * @param meters one for each thread; null where there is nothing to measure
     */
    void onProcessor(List<CurvatureMeter> meters, TrainingMonitor monitor) throws IOException, InterruptedException {
        try (SpacedReplica rows = new SpacedReplica(replica, plan.spacing())) {
            List<Callable<?>> workers = new ArrayList<>();
            for (CurvatureMeter meter : meters) {
                workers.add(worker(clock, new ProcessorStep(plan, clock, replica, rows, meter)));
            }
            run(workers, monitor);
        }
    }

    /**
     * Trains on a device.
     *
     * @param meter for all threads; null where there is nothing to measure
     */
    void onDevice(OpenClDevice device, CurvatureMeter meter, TrainingMonitor monitor)
            throws IOException, InterruptedException {
        TileTraining training =
                plan.deviceTraining(replica.input().rows(), replica.output().rows());
        int fillers = options.threadsHere();
        BatchExchange exchange = new BatchExchange(training, device.form(), fillers);
        TrainingClock pace = clock.another();
        List<Callable<?>> workers = new ArrayList<>();
        CurvatureSamples samples = meter == null ? null : new CurvatureSamples(plan, replica, meter);
        workers.add(new DeviceWorker(device, training, replica, exchange, clock, samples, options));
        for (int t = 0; t < fillers; t++) {
            workers.add(worker(pace, new DeviceStep(plan, pace, exchange, replica, samples)));
        }
        run(workers, monitor);
    }

    private void run(List<Callable<?>> workers, TrainingMonitor monitor) throws IOException, InterruptedException {
        new WorkerPool(workers, queue::stop, monitor::report).run();
    }

    private Worker worker(TrainingClock pace, TileStep step) {
        return new Worker(options, plan, shards, queue, pace, step);
    }
}
