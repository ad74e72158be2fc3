package org.wordloom.opencl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The OpenCL drivers that a Linux machine has registered, as files say it: nothing is loaded. A driver is registered by
 * a file {@code *.icd} that holds the name of its library (Khronos' cl_khr_icd).
 *
 * @param folder where the registrations are looked for
 * @param libraries that they name
 * @param hasGpu whether the kernel shows a device file of a GPU
 */
record OpenClDrivers(String folder, List<String> libraries, boolean hasGpu) {
    private static final String USUAL_FOLDER = "etc/OpenCL/vendors";
    private static final int LONGEST_NAME = 4096;
    private static final List<String> GPU_FILES = List.of("nvidia[0-9]*", "kfd", "dxg");

    static OpenClDrivers here() {
        return of(Path.of("/"), System.getenv());
    }

    static OpenClDrivers of(Path root, Map<String, String> environment) {
        String chosen = environment.getOrDefault("OCL_ICD_VENDORS", "");
        Path folder = chosen.isEmpty() ? root.resolve(USUAL_FOLDER) : Path.of(chosen);
        return new OpenClDrivers(folder.toString(), libraries(folder), hasGpu(root.resolve("dev")));
    }

    /** Whether a GPU may be found: worth the loading of the drivers. */
    boolean mayDriveGpu() {
        return hasGpu && libraries.stream().anyMatch(library -> !library.contains("pocl"));
    }

    private static List<String> libraries(Path folder) {
        List<String> libraries = new ArrayList<>();
        if (Files.isRegularFile(folder)) {
            libraries.add(library(folder));
        }
        for (Path file : matching(folder, "*.icd")) {
            libraries.add(library(file));
        }
        return libraries;
    }

    private static String library(Path file) {
        try {
            return Files.size(file) > LONGEST_NAME
                    ? file.toString()
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            return file + ", which cannot be read";
        }
    }

    private static boolean hasGpu(Path dev) {
        return GPU_FILES.stream().anyMatch(glob -> !matching(dev, glob).isEmpty())
                || !matching(dev.resolve("dri"), "renderD*").isEmpty();
    }

    private static List<Path> matching(Path folder, String glob) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
                stream.forEach(files::add);
            } catch (IOException e) {
                // A folder that may not be listed registers nothing for us either.
                return List.of();
            }
        }
        files.sort(null);
        return files;
    }
}
