package org.wordloom.cluster.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.format.CellsFormat;

/**
 * A file of cells that a reduce task writes. It is first written in the work folder, under a name of its attempt; what an
 * attempt leaves there when its executor is lost goes with that folder. Attempts write the same bytes, so the first that
 * is whole stays.
 */
final class CellsFile implements Closeable {
    private final Storage storage;
    private final String name;
    private final String temporary;
    private final String path;
    private final ChecksumOutputStream out;
    private final List<WrittenCells.Bucket> buckets = new ArrayList<>();
    private long length;
    private int crc32c;

    /** @param staging of the output folder */
    CellsFile(Storage storage, String staging, int file, long attempt) {
        this.storage = storage;
        this.name = CooccurrenceCells.fileName(file);
        this.path = Storage.child(staging, name);
        this.temporary = Storage.child(OutputFolder.workFolder(staging), name + "-" + attempt);
        this.out = new ChecksumOutputStream(storage.create(temporary), (bytes, checksum) -> {
            length = bytes;
            crc32c = checksum;
        });
    }

    /** @param entries cells of the block pair, see {@link org.wordloom.cooccurrence.CellsIndex#entries} */
    void add(int bucket, BlockPair pair, Cells cells, long entries) throws IOException {
        long offset = out.length();
        CellsFormat.write(pair, cells, out);
        buckets.add(new WrittenCells.Bucket(bucket, offset, out.length() - offset, entries));
    }

    /** Closes the file and puts it in its place. */
    WrittenCells publish() throws IOException {
        out.close();
        storage.publish(temporary, path);
        return new WrittenCells(name, length, crc32c, new ArrayList<>(buckets));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
