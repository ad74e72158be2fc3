package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordloom.corpus.ShardSource;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TileTraining;

/**
 * Makes the workers that train one replica: Hogwild workers that do all of it, or those that fill tiles and one that has a
 * device train them.
 */
record TrainingWorkers(
        TrainingOptions options,
        TrainingPlan plan,
        ShardSource shards,
        WorkQueue queue,
        TrainingClock clock,
        Replica replica) {
    /** @param meters one for each thread; null where there is nothing to measure */
    List<Callable<?>> onProcessor(List<CurvatureMeter> meters) {
        List<Callable<?>> workers = new ArrayList<>();
        for (CurvatureMeter meter : meters) {
            workers.add(worker(clock, new ProcessorStep(plan, clock, replica, meter)));
        }
        return workers;
    }

    /** @param meter for all threads; null where there is nothing to measure */
    List<Callable<?>> onDevice(OpenClDevice device, CurvatureMeter meter) {
        TileTraining training =
                plan.deviceTraining(replica.input().rows(), replica.output().rows());
        int fillers = HogwildTrainer.threads(options);
        BatchExchange exchange = new BatchExchange(training, device.form(), fillers);
        TrainingClock pace = clock.another();
        List<Callable<?>> workers = new ArrayList<>();
        CurvatureSamples samples = meter == null ? null : new CurvatureSamples(plan, replica, meter);
        workers.add(new DeviceWorker(device, training, replica, exchange, clock, samples, options));
        for (int t = 0; t < fillers; t++) {
            workers.add(worker(pace, new DeviceStep(plan, pace, exchange, replica, samples)));
        }
        return workers;
    }

    private Worker worker(TrainingClock pace, TileStep step) {
        return new Worker(options, plan, shards, queue, pace, step);
    }
}
