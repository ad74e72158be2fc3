package org.wordloom.cluster.checkpoint;

import java.io.IOException;
import java.util.List;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.RowBlockFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;

/**
 * The rows of one side, in files of consecutive rows that are read one after another.
 *
 * @param folder of the files
 * @param files of the side, in their order
 */
public record RowFiles(Storage storage, String folder, RowLayout layout, Side side, List<WrittenBlock> files)
        implements RowSource {
    @Override
    public int rows() {
        return layout.rowCount(side);
    }

    @Override
    public int columns() {
        return layout.dim();
    }

    @Override
    public Cursor open() {
        return new FileCursor();
    }

    private RowMatrix read(int index) {
        int rows = layout.rowCount(layout.block(side, index));
        return files.get(index)
                .read(
                        storage,
                        folder,
                        (in, name, length) ->
                                RowBlockFormat.read(in, name, length, side.code(), index, rows, layout.dim()));
    }

    /** Holds the rows of one file. */
    private final class FileCursor implements Cursor {
        private RowMatrix rows = new RowMatrix(0, layout.dim());
        private int next;
        private int at;

        @Override
        public void next(float[] row) throws IOException {
            if (at == rows.rows()) {
                rows = read(next++);
                at = 0;
            }
            System.arraycopy(rows.chunk(at), rows.offset(at), row, 0, rows.columns());
            at++;
        }

        @Override
        public void close() {
            // Files are read whole, and closed then.
        }
    }
}
