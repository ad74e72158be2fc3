package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.CellsIndex;
import org.wordloom.format.CellsFormat;

/**
 * The cells of an artefact, for tasks: reads one block pair at a time. Small enough to be sent to executors (24 bytes a
 * block pair, 16 bytes a word); immutable, for any number of threads.
 */
public final class CooccurrenceCells implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Storage storage;
    private final String folder;
    private final BlockPartition partition;
    private final CellsIndex index;

    CooccurrenceCells(Storage storage, String folder, BlockPartition partition, CellsIndex index) {
        this.storage = storage;
        this.folder = folder;
        this.partition = partition;
        this.index = index;
    }

    /** The name, within the artefact, of the file of this number. */
    static String fileName(int file) {
        return String.format(Locale.ROOT, "cells/%05d.cells", file);
    }

    /** Makes the folder of the files, where a file system wants one. */
    static void makeFolder(Storage storage, String folder) {
        String path = Storage.child(folder, "cells");
        try {
            storage.fileSystem(path).mkdirs(new Path(path));
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    /** P. */
    public int blocks() {
        return partition.blocks();
    }

    /** Which word is in which block; the same for rows and columns. */
    public BlockPartition partition() {
        return partition;
    }

    /** Cells of all block pairs. */
    public long entries() {
        return index.entries();
    }

    /** Cells of one block pair. */
    public long entries(int rowBlock, int columnBlock) {
        return index.entries(rowBlock, columnBlock);
    }

    /** The most cells of one block pair. */
    public long largestEntries() {
        return index.largestEntries();
    }

    /**
     * Reads the cells of one block pair.
     *
     * @throws WordloomException FORMAT, naming file and offset, when they are damaged, or not as many as the index says
     */
    public Cells cells(int rowBlock, int columnBlock) {
        Cells cells = wholeCells(rowBlock, columnBlock);
        if (cells.size() != entries(rowBlock, columnBlock)) {
            // The memory of a visit is reckoned by the index, and its totals are told by it.
            throw new WordloomException(
                    ExitCode.FORMAT,
                    String.format(
                            Locale.ROOT,
                            "%s holds %d cells of row block %d and column block %d, and its index says %d: it is damaged;"
                                    + " count again",
                            folder,
                            cells.size(),
                            rowBlock,
                            columnBlock,
                            entries(rowBlock, columnBlock)));
        }
        return cells;
    }

    private Cells wholeCells(int rowBlock, int columnBlock) {
        boolean half = index.buckets().half();
        if (half && rowBlock > columnBlock) {
            return stored(columnBlock, rowBlock).transposed(partition.size(rowBlock));
        }
        Cells stored = stored(rowBlock, columnBlock);
        return half && rowBlock == columnBlock ? stored.mirrored(partition.size(rowBlock)) : stored;
    }

    private Cells stored(int rowBlock, int columnBlock) {
        BucketNumbers buckets = index.buckets();
        int bucket = buckets.number(rowBlock, columnBlock);
        if (index.length(bucket) == 0) {
            return new Cells(new int[0], new int[0], new float[0]);
        }
        String path = Storage.child(folder, fileName(buckets.fileOf(bucket)));
        try (FSDataInputStream in = storage.open(path)) {
            in.seek(index.offset(bucket));
            return read(in, path, bucket, BlockPair.of(partition, rowBlock, columnBlock));
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    private Cells read(InputStream in, String path, int bucket, BlockPair pair) throws IOException {
        long length = index.length(bucket);
        String name = path + " from byte " + index.offset(bucket);
        return CellsFormat.read(new BoundedInputStream(in, length), name, length, pair);
    }
}
