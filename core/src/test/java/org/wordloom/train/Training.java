package org.wordloom.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.wordloom.base.Progress;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.matrix.RowMatrix;

/** Short ways to train in a test, and to compare what came out. */
public final class Training {
    private Training() {}

    static HogwildTrainer.Result train(TrainingOptions options, MemoryShards shards) throws Exception {
        return new HogwildTrainer(options, shards.counts()).train(shards, Progress.Listener.none());
    }

    /** A digest of all bits of both matrices. */
    public static String digest(HogwildTrainer.Result result) throws NoSuchAlgorithmException {
        return digest(result.input(), result.output());
    }

    /** A digest of all bits of the matrices. */
    public static String digest(RowMatrix... matrices) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (RowMatrix matrix : matrices) {
            for (int row = 0; row < matrix.rows(); row++) {
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * matrix.columns());
                for (float value : matrix.row(row)) {
                    bytes.putFloat(value);
                }
                digest.update(bytes.array());
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    static boolean finite(HogwildTrainer.Result result) {
        return finite(result.input()) && finite(result.output());
    }

    private static boolean finite(RowMatrix matrix) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (float value : matrix.row(row)) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
