package org.wordloom.cluster.output;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.Word2VecBinaryFormat;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelFormat;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.ModelRows;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.vocab.Vocabulary;

/**
 * Writes a model and its vectors for an output. Each file is written in the work folder, under a name of its attempt, from
 * where the driver takes those of the attempt that it heard of ({@link OutputFolder#take}); the rest goes with that folder.
 */
public final class ModelWriter {
    /** The model's file in an output folder. */
    public static final String MODEL_FILE = "model.wordloom";

    private final Storage storage;
    private final String staging;
    private final long attempt;

    /** @param attempt of the task that writes */
    public ModelWriter(Storage storage, String staging, long attempt) {
        this.storage = storage;
        this.staging = staging;
        this.attempt = attempt;
    }

    /**
     * Writes the model, and the chosen vectors in each of the formats.
     *
     * @return what was written, all in the work folder
     */
    public List<WrittenFile> write(WordModel model, VectorSelection selection, List<VectorFormat> formats) {
        return write(ModelRows.of(model), selection, formats);
    }

    /** Writes the same, of rows that need not be in memory. */
    public List<WrittenFile> write(ModelRows model, VectorSelection selection, List<VectorFormat> formats) {
        List<WrittenFile> files = new ArrayList<>();
        files.add(write(MODEL_FILE, out -> WordModelFormat.write(model, out)));
        for (VectorFormat format : formats) {
            RowSource vectors = selection.select(model);
            files.add(write(format.fileName(), out -> write(model.vocabulary(), vectors, format, out)));
        }
        return files;
    }

    private static void write(Vocabulary words, RowSource vectors, VectorFormat format, OutputStream out)
            throws IOException {
        switch (format) {
            case WORD2VEC_TEXT -> Word2VecTextFormat.write(words, vectors, out);
            case WORD2VEC_BINARY -> Word2VecBinaryFormat.write(words, vectors, out);
        }
    }

    private WrittenFile write(String name, Content content) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpuStart = threads.getCurrentThreadCpuTime();
        String temporary = Storage.child(OutputFolder.workFolder(staging), name + "-" + attempt);
        WrittenFile[] written = new WrittenFile[1];
        try (OutputStream out = new ChecksumOutputStream(
                storage.create(temporary),
                (length, crc) -> written[0] = new WrittenFile(
                        name,
                        temporary,
                        length,
                        crc,
                        (System.nanoTime() - start) * 1e-9,
                        threads.getCurrentThreadCpuTime() - cpuStart))) {
            content.write(out);
        } catch (IOException e) {
            throw Storage.unwritable(temporary, e);
        }
        return written[0];
    }

    /** What a file holds. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
