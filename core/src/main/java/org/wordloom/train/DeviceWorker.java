package org.wordloom.train;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileSession;
import org.wordloom.opencl.TileTraining;

/** The thread that owns the device: uploads the rows of a replica, trains batch after batch, and puts the rows back. */
final class DeviceWorker implements Callable<Void> {
    private final OpenClDevice device;
    private final TileTraining training;
    private final Replica replica;
    private final BatchExchange exchange;
    private final TrainingClock clock;
    /** Null when curvature is not measured. */
    private final CurvatureSamples samples;

    private final TrainingOptions options;

    DeviceWorker(
            OpenClDevice device,
            TileTraining training,
            Replica replica,
            BatchExchange exchange,
            TrainingClock clock,
            CurvatureSamples samples,
            TrainingOptions options) {
        this.device = device;
        this.training = training;
        this.replica = replica;
        this.exchange = exchange;
        this.clock = clock;
        this.samples = samples;
        this.options = options;
    }

    @Override
    public Void call() {
        try (TileSession session = TileSession.open(
                device, device.form(), training, replica.input(), replica.output(), exchange.capacity())) {
            DeviceLoop loop = new DeviceLoop(training.shape(), exchange, batch -> tell(session, batch));
            boolean more = true;
            while (more) {
                more = loop.trainVisit(session);
                if (samples != null) {
                    measure(session);
                }
            }
            session.store(replica.input(), replica.output());
        }
        return null;
    }

    private void measure(TileSession session) {
        samples.measureEarly();
        session.store(replica.input(), replica.output());
        samples.measureLate();
    }

    private void tell(TileSession session, TileBatch batch) {
        clock.advance(batch.words(), session.loss(), session.pairs());
        if (!Double.isFinite(session.loss())) {
            throw new WordloomException(
                    ExitCode.TRAINING,
                    String.format(
                            Locale.ROOT,
                            "training diverged on %s after %d of %d words at rate %.3g: a product of vectors is NaN or"
                                    + " infinite; use a lower --rate than %s",
                            device.name(),
                            clock.words(),
                            clock.totalWords(),
                            clock.rate(),
                            options.rate()));
        }
    }
}
