package org.wordloom.cluster.strata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.storage.Storage;

/**
 * What tasks do on executors; sent there once.
 *
 * @param <B> a block
 */
record StrataTasks<B>(Storage storage, StrataModel<B> model, StrataSchedule schedule) implements Serializable {
    /** Under which key executors count the entries of their visits. */
    private static final String VISITS = "visits";

    /** A visit whose blocks come from where the run begins: the initial ones, or those of a checkpoint. */
    VisitedBlocks first(long stratum, int rowBlock, BlockSource<B> source) throws IOException, InterruptedException {
        BlockVisit visit = schedule.visit(stratum, rowBlock);
        try {
            B rows = source.block(Side.INPUT, rowBlock);
            return visit(visit, rows, source.block(Side.OUTPUT, visit.columnBlock()));
        } catch (OutOfMemoryError e) {
            throw outOfMemory(visit, e);
        }
    }

    /** A visit whose blocks come from visits before. */
    VisitedBlocks next(long stratum, int rowBlock, byte[] rows, byte[] columns)
            throws IOException, InterruptedException {
        BlockVisit visit = schedule.visit(stratum, rowBlock);
        try {
            B row = read(Side.INPUT, rowBlock, rows);
            return visit(visit, row, read(Side.OUTPUT, visit.columnBlock(), columns));
        } catch (OutOfMemoryError e) {
            throw outOfMemory(visit, e);
        }
    }

    /**
     * Without the error as its cause: Spark takes a task whose failure has one for fatal, ends the executor, and trains the
     * strata whose blocks were lost with it again, only to fail here once more.
     */
    private static WordloomException outOfMemory(BlockVisit visit, OutOfMemoryError error) {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                "training blocks " + visit.rowBlock() + " and " + visit.columnBlock() + " ran out of memory ("
                        + error.getMessage()
                        + "): give executors more (--executor-memory, or --driver-memory on a local"
                        + " master) or fewer cores each, or ask for more --blocks");
    }

    private B read(Side side, int block, byte[] bytes) throws IOException {
        String name = "block " + block + " of the " + side.fileName();
        return model.read(side, block, new ByteArrayInputStream(bytes), name, bytes.length);
    }

    private VisitedBlocks visit(BlockVisit visit, B rows, B columns) throws IOException, InterruptedException {
        LossSum outcome = model.visit(visit, rows, columns, 1);
        // The driver adds up what visits return; this is only to see who does how much.
        ExecutorProgress.instance().counter(VISITS).add(outcome.examples());
        return new VisitedBlocks(
                visit.rowBlock(),
                visit.columnBlock(),
                bytes(Side.INPUT, visit.rowBlock(), rows),
                bytes(Side.OUTPUT, visit.columnBlock(), columns),
                outcome);
    }

    private byte[] bytes(Side side, int number, B block) throws IOException {
        int length = Math.toIntExact(model.bytes(side, number));
        ExactBytes out = new ExactBytes(length);
        model.write(block, out);
        return out.bytes();
    }

    /** Writes both blocks of a pair as files of a checkpoint. */
    SavedPair save(VisitedBlocks pair, String folder) {
        return new SavedPair(
                pair.rowBlock(),
                pair.columnBlock(),
                save(Side.INPUT, pair.rowBlock(), pair.rows(), folder),
                save(Side.OUTPUT, pair.columnBlock(), pair.columns(), folder));
    }

    /** The files of a pair of blocks. */
    record SavedPair(int rowBlock, int columnBlock, WrittenBlock rows, WrittenBlock columns) implements Serializable {}

    private WrittenBlock save(Side side, int block, byte[] bytes, String folder) {
        long attempt = TaskContext.get().taskAttemptId();
        return WrittenBlock.write(storage, folder, side, block, attempt, out -> out.write(bytes));
    }

    /** Reads the files of a pair of blocks to find out whether they are whole. */
    int verify(int block, BlockSource<B> source) throws IOException {
        source.block(Side.INPUT, block);
        source.block(Side.OUTPUT, block);
        return block;
    }

    /** Bytes of a known number, without the copy that {@link ByteArrayOutputStream#toByteArray} makes. */
    private static final class ExactBytes extends ByteArrayOutputStream {
        ExactBytes(int length) {
            super(length);
        }

        byte[] bytes() {
            if (count != buf.length) {
                throw new WordloomException(
                        ExitCode.INTERNAL, "a block has " + count + " bytes, " + buf.length + " were announced");
            }
            return buf;
        }
    }
}
