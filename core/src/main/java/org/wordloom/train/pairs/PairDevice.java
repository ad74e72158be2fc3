package org.wordloom.train.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.ResidentRows;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileSession;
import org.wordloom.opencl.TileShape;
import org.wordloom.opencl.TileTraining;
import org.wordloom.train.BatchExchange;
import org.wordloom.train.DeviceLoop;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.WorkerPool;

/**
 * Visits of pairs on an OpenCL device: the rows of both blocks stay there for the whole visit. A JVM has one session,
 * which all visits share, one after another: made for the first, anew for one whose blocks are larger than all before.
 */
final class PairDevice {
    /** What the tiles of a launch may add to a row: as much as four threads of a processor, with a tile each, add at once. */
    static final float LAUNCH_STEP = 4 * PairTiles.ROW_STEP;

    /**
     * Every tile: those of pairs and those of negatives take turns, so that one of every two could be of one kind only. A
     * GPU waits for rows, and logarithms cost it nothing.
     */
    private static final int TILES_PER_LOSS = 1;

    /** The session of this JVM; null while there is none. */
    private static TileSession session;

    private final PairVisit.Work work;
    private final TileTraining training;
    private final BatchExchange exchange;
    private final PairLoss loss;
    private final float launchStep;

    private PairDevice(OpenClDevice device, PairVisit.Work work, int fillers, float launchStep) {
        this.work = work;
        this.training = training(work);
        this.exchange = new BatchExchange(training, device.form(), fillers);
        this.loss = new PairLoss(work.sample().updates());
        this.launchStep = launchStep;
    }

    private static TileTraining training(PairVisit.Work work) {
        PairBlock input = work.input();
        PairBlock output = work.output();
        TileShape shape = PairTiles.shape(
                input.rows().size(), output.rows().size(), input.vectors().columns(), work.negative());
        return new TileTraining(shape, null, work.rule(), work.link(), TILES_PER_LOSS);
    }

    /** Bytes that two blocks take on a device. */
    static long bytes(PairOptions options, int mostRows) {
        return 2 * ResidentRows.bytes(mostRows, options.model().dim());
    }

    /** Bytes of heap that visits take, besides the blocks themselves. */
    static long heapBytes(PairOptions options, int mostRows) {
        TrainingOptions model = options.model();
        TileShape shape = PairTiles.shape(mostRows, mostRows, model.dim(), model.negative());
        return bytes(options, mostRows) + DeviceLoop.keptBytes(shape.modelBytes());
    }

    /**
     * Trains the blocks of a visit in place; when it fails they are as they were.
     *
     * @param fillers threads that fill tiles, while another has the device train them
     */
    static PairLoss train(OpenClDevice device, PairVisit.Work work, int fillers)
            throws IOException, InterruptedException {
        return train(device, work, fillers, LAUNCH_STEP);
    }

    /** @param launchStep with 0, tiles are trained one after another that share a row */
    static PairLoss train(OpenClDevice device, PairVisit.Work work, int fillers, float launchStep)
            throws IOException, InterruptedException {
        PairDevice visit = new PairDevice(device, work, fillers, launchStep);
        synchronized (PairDevice.class) {
            TileSession before = session;
            session = null; // when opening another fails, this one is closed all the same
            session = TileSession.reopen(
                    before,
                    device,
                    visit.training,
                    work.input().vectors(),
                    work.output().vectors(),
                    visit.exchange.capacity());
            visit.train(session, fillers);
        }
        return visit.loss;
    }

    private void train(TileSession on, int fillers) throws IOException, InterruptedException {
        List<Callable<?>> threads = new ArrayList<>();
        threads.add(() -> {
            on.adopt();
            new DeviceLoop(training.shape(), exchange, batch -> measure(on, batch)).train(on);
            return null;
        });
        for (int filler = 0; filler < fillers; filler++) {
            LaunchLimit limit = new LaunchLimit(
                    training.rule(),
                    training.shape().inputRows(),
                    training.shape().outputRows(),
                    launchStep);
            threads.add(new PairWorker(work, new DevicePairStep(exchange, limit)));
        }
        new WorkerPool(threads, work::stop, () -> {}).run();
        on.store(work.input().vectors(), work.output().vectors());
    }

    private void measure(TileSession on, TileBatch batch) {
        if (!Double.isFinite(on.loss())) {
            throw PairLoss.diverged(work.name(), work.rate(0));
        }
        for (int tile = 0; tile < batch.size(); tile++) {
            loss.add(batch.positive(tile), batch.weight(tile), on.loss(tile));
        }
    }

    /** Ends this JVM's session, if there is one. */
    static synchronized void release() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
