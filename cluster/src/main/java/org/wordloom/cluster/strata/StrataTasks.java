package org.wordloom.cluster.strata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.Storage;

/**
 * What tasks do on executors; sent there once.
 *
 * @param <B> a block
 */
record StrataTasks<B>(Storage storage, StrataModel<B> model, StrataSchedule schedule) implements Serializable {

    /** A visit whose blocks come from where the run begins: the initial ones, or those of a checkpoint. */
    BlockPair first(long stratum, int rowBlock, BlockSource<B> source) throws IOException, InterruptedException {
        BlockVisit visit = schedule.visit(stratum, rowBlock);
        B rows = source.block(Side.ROWS, rowBlock);
        return visit(visit, rows, source.block(Side.COLUMNS, visit.columnBlock()));
    }

    /** A visit whose blocks come from visits before. */
    BlockPair next(long stratum, int rowBlock, byte[] rows, byte[] columns) throws IOException, InterruptedException {
        BlockVisit visit = schedule.visit(stratum, rowBlock);
        B row = model.read(Side.ROWS, rowBlock, new ByteArrayInputStream(rows));
        B column = model.read(Side.COLUMNS, visit.columnBlock(), new ByteArrayInputStream(columns));
        return visit(visit, row, column);
    }

    private BlockPair visit(BlockVisit visit, B rows, B columns) throws IOException, InterruptedException {
        VisitOutcome outcome = model.visit(visit, rows, columns, 1);
        return new BlockPair(
                visit.rowBlock(),
                visit.columnBlock(),
                bytes(Side.ROWS, visit.rowBlock(), rows),
                bytes(Side.COLUMNS, visit.columnBlock(), columns),
                outcome);
    }

    private byte[] bytes(Side side, int number, B block) throws IOException {
        int length = Math.toIntExact(model.bytes(side, number));
        ExactBytes out = new ExactBytes(length);
        model.write(block, out);
        return out.bytes();
    }

    /** Writes both blocks of a pair as files of a checkpoint. */
    List<WrittenBlock> save(BlockPair pair, String folder) {
        return List.of(
                save(Side.ROWS, pair.rowBlock(), pair.rows(), folder),
                save(Side.COLUMNS, pair.columnBlock(), pair.columns(), folder));
    }

    private WrittenBlock save(Side side, int block, byte[] bytes, String folder) {
        long attempt = TaskContext.get().taskAttemptId();
        return WrittenBlock.write(storage, folder, side, block, attempt, bytes.length, out -> out.write(bytes));
    }

    /** Reads the files of a pair of blocks to find out whether they are whole. */
    int verify(int block, BlockSource<B> source) throws IOException {
        source.block(Side.ROWS, block);
        source.block(Side.COLUMNS, block);
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
