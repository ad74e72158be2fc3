package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.PackedPairs;
import org.wordloom.format.PairBucketsFormat;
import org.wordloom.train.pairs.PairVisit.Portion;

/**
 * The pairs of cycles as files: a folder for each cycle, with a file for each row block and, written last, one that says how
 * many pairs there are. A visit reads its part of the file of its row block.
 */
final class StoredPairs implements PairFeed {
    private static final long serialVersionUID = 1L;
    private static final String TOTAL = "TOTAL";

    private final Storage storage;
    private final String folder;
    private final int blocks;
    private final double draws;
    /** Pairs of a cycle; read once in each JVM. */
    private transient ConcurrentHashMap<Integer, Long> totals;

    /** @param draws the sum of the draw weights of all inputs, see {@link Portion} */
    StoredPairs(Storage storage, String folder, int blocks, double draws) {
        this.storage = storage;
        this.folder = folder;
        this.blocks = blocks;
        this.draws = draws;
    }

    String cycleFolder(int cycle) {
        return Storage.child(folder, String.format(Locale.ROOT, "cycle-%06d", cycle));
    }

    String file(int cycle, int rowBlock) {
        return Storage.child(cycleFolder(cycle), String.format(Locale.ROOT, "rows-%05d.pairs", rowBlock));
    }

    /** Says how many pairs a cycle has; its files are whole then. */
    void writeTotal(int cycle, long pairs) {
        String path = Storage.child(cycleFolder(cycle), TOTAL);
        try (var out = storage.create(path)) {
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(pairs).array());
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    @Override
    public Cells cells(BlockVisit visit) {
        String path = file(visit.cycle(), visit.rowBlock());
        long size = storage.size(path);
        long indexAt = size - PairBucketsFormat.indexBytes(blocks);
        if (indexAt < 0) {
            throw new WordloomException(ExitCode.FORMAT, path + " is damaged: it has only " + size + " bytes");
        }
        try (FSDataInputStream in = storage.open(path)) {
            in.seek(indexAt);
            PairBucketsFormat.Index index =
                    PairBucketsFormat.readIndex(in, from(path, indexAt), size, visit.cycle(), visit.rowBlock(), blocks);
            long pairsAt = index.offsets()[visit.columnBlock()];
            byte[] packed = new byte[index.length(visit.columnBlock())];
            in.seek(pairsAt);
            in.readFully(packed);
            index.verify(visit.columnBlock(), packed, path);
            return PackedPairs.cells(packed.length == 0 ? List.of() : List.of(packed), from(path, pairsAt));
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    /** How errors call a part of a file, whose places they count from the part's beginning. */
    private static String from(String path, long offset) {
        return path + " from byte " + offset;
    }

    @Override
    public Portion portion(int cycle) {
        return new Portion(1, totals().computeIfAbsent(cycle, this::readTotal) / draws);
    }

    private long readTotal(int cycle) {
        String path = Storage.child(cycleFolder(cycle), TOTAL);
        byte[] bytes = storage.readSmall(path, Long.BYTES);
        if (bytes.length != Long.BYTES) {
            throw new WordloomException(ExitCode.FORMAT, path + " is damaged: it has " + bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes).getLong();
    }

    private synchronized ConcurrentHashMap<Integer, Long> totals() {
        if (totals == null) {
            totals = new ConcurrentHashMap<>();
        }
        return totals;
    }
}
