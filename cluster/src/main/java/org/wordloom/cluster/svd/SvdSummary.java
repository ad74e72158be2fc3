package org.wordloom.cluster.svd;

import java.util.List;
import org.wordloom.cluster.output.WrittenFile;

/**
 * What a decomposition did.
 *
 * @param kernel the name of the kernel that ran
 * @param inMemory whether dense blocks were handed over by reference in one JVM, instead of as files
 * @param seconds wall seconds of the decomposition, without the writing of the model
 * @param entries positive entries of the matrix
 * @param singularValues in descending order; fewer than the dimension when the matrix has no more
 * @param files what was written
 */
public record SvdSummary(
        String kernel,
        boolean inMemory,
        double seconds,
        long entries,
        List<Double> singularValues,
        List<WrittenFile> files) {
    public SvdSummary {
        singularValues = List.copyOf(singularValues);
        files = List.copyOf(files);
    }
}
