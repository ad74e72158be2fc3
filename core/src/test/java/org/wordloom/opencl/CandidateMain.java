package org.wordloom.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Asks for a candidate, and prints how many libraries of OpenCL the process has then. */
public final class CandidateMain {
    private CandidateMain() {}

    public static void main(String[] arguments) throws IOException {
        KernelTrial.Candidate candidate = KernelTrial.candidate(OptionalInt.empty(), 1);
        System.out.println(candidate.device().isPresent() + " " + candidate.reason());
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            System.out.println("libraries "
                    + maps.filter(line -> line.contains("OpenCL") || line.contains("aparapi") || line.contains("pocl"))
                            .count());
        }
    }
}
