package org.wordloom.cluster.replicas;

import java.io.Serializable;
import org.wordloom.merge.Curvature;

/**
 * What a replica did in a round, besides the rows that it changed.
 *
 * @param replica its number
 * @param kernel the name of the kernel that ran
 * @param threads Hogwild threads
 * @param fetchSeconds wall seconds until it had its rows
 * @param trainSeconds wall seconds of the training loop
 * @param words words read
 * @param lossSum loss of a sample of the pairs
 * @param lossPairs how many pairs that sample has
 * @param rate the mean learning rate
 * @param rows rows of both sides that it holds
 * @param fetchedBytes bytes of the rows that it got
 * @param changedRows rows of both sides that it updated
 * @param sentBytes bytes of the rows that it sent
 * @param input curvature of the input rows' updates
 * @param output curvature of the output rows' updates
 */
record ReplicaReport(
        int replica,
        String kernel,
        int threads,
        double fetchSeconds,
        double trainSeconds,
        long words,
        double lossSum,
        double lossPairs,
        double rate,
        long rows,
        long fetchedBytes,
        long changedRows,
        long sentBytes,
        CurvatureSums input,
        CurvatureSums output)
        implements Serializable {

    ReplicaReport withoutCurvature() {
        return new ReplicaReport(
                replica,
                kernel,
                threads,
                fetchSeconds,
                trainSeconds,
                words,
                lossSum,
                lossPairs,
                rate,
                rows,
                fetchedBytes,
                changedRows,
                sentBytes,
                null,
                null);
    }

    /** A curvature on its way. */
    record CurvatureSums(int columns, double[] sums, double updates) implements Serializable {
        static CurvatureSums of(Curvature curvature) {
            if (curvature == null) { // not measured
                return null;
            }
            return new CurvatureSums(curvature.columns(), curvature.sums(), curvature.updates());
        }

        Curvature curvature() {
            return new Curvature(columns, sums, updates);
        }
    }
}
