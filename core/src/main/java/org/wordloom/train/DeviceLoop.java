package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileSession;
import org.wordloom.opencl.TileTraining;

/**
 * The thread that owns the device: uploads the rows, trains batch after batch, and puts the rows back at the end.
 *
 * <p>Now and then rows are read back. The batches since then are kept, so that they can be repeated should the device
 * lose rows; so many are kept that reading back moves less than they did.
 */
final class DeviceLoop implements Callable<Void> {
    /** Batches are kept up to the size of the rows, and this much at least. */
    private static final long LEAST_KEPT_BYTES = 64L << 20;

    private final OpenClDevice device;
    private final TileTraining training;
    private final Replica replica;
    private final BatchExchange exchange;
    private final TrainingClock clock;
    private final TrainingOptions options;

    private final List<TileBatch> kept = new ArrayList<>();
    private final int mostKept;
    /** Of the kept batches, how many the clock knows of. */
    private int told;

    private boolean ended;

    DeviceLoop(
            OpenClDevice device,
            TileTraining training,
            Replica replica,
            BatchExchange exchange,
            TrainingClock clock,
            TrainingOptions options) {
        this.device = device;
        this.training = training;
        this.replica = replica;
        this.exchange = exchange;
        this.clock = clock;
        this.options = options;
        long batchBytes = TileBatch.bytes(training.shape(), exchange.capacity());
        this.mostKept = (int) Math.max(1, keptBytes(modelBytes(replica)) / batchBytes);
    }

    private static long modelBytes(Replica replica) {
        RowMatrix input = replica.input();
        RowMatrix output = replica.output();
        return RowMatrix.bytes((long) input.rows() + output.rows(), input.columns());
    }

    /** Bytes of batches that are kept at most, for rows of this size. */
    static long keptBytes(long modelBytes) {
        return Math.max(LEAST_KEPT_BYTES, modelBytes);
    }

    @Override
    public Void call() {
        RowMatrix input = replica.input();
        RowMatrix output = replica.output();
        try (TileSession session =
                TileSession.open(device, device.form(), training, input, output, exchange.capacity())) {
            while (!ended) {
                session.visit(() -> train(session));
                kept.forEach(exchange::recycle);
                kept.clear();
                told = 0;
            }
            session.store(input, output);
        }
        return null;
    }

    /** Trains what is kept, again, and then what comes. */
    private void train(TileSession session) {
        for (int k = 0; k < kept.size() || fetch(); k++) {
            session.train(kept.get(k));
            if (k >= told) {
                tell(session, kept.get(k));
                told = k + 1;
            }
        }
    }

    private boolean fetch() {
        if (ended || kept.size() == mostKept) {
            return false;
        }
        try {
            TileBatch batch = exchange.next();
            ended = batch == null;
            return !ended && kept.add(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for tiles", e);
        }
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
