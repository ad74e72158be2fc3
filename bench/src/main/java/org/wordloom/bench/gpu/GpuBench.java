package org.wordloom.bench.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.CellKernels;
import org.wordloom.opencl.CellsMeasurement;
import org.wordloom.opencl.CellsTiming;
import org.wordloom.opencl.DeviceCheck;
import org.wordloom.opencl.DeviceRequirements;
import org.wordloom.opencl.DeviceType;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.OpenClDevices;
import org.wordloom.train.TileTrial;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.ArchitectureChoice;

/** Measures an OpenCL device: {@code GpuBench [--seconds N] [--device ADDRESS] [--output FILE]}. */
public final class GpuBench {
    private static final int DIM = 128;
    private static final int WINDOW = 5;
    private static final int NEGATIVE = 5;
    private static final double GLOVE_BAR = 100e6;
    private static final double TILE_BAR = 10e6;
    private static final double GLOVE_SECONDS = 60;
    private static final int TILE_REPETITIONS = 5;

    private final OpenClDevice device;
    private final double seconds;
    private final Figures figures = new Figures();

    private GpuBench(OpenClDevice device, double seconds) {
        this.device = device;
        this.seconds = seconds;
    }

    /** Exits with 1 where something failed, with the line that says what, and with 2 for options that are none. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double seconds = GLOVE_SECONDS;
        OptionalInt address = OptionalInt.empty();
        Path output = Path.of("gpu.json");
        List<String> left = List.of(arguments);
        for (; left.size() > 1; left = left.subList(2, left.size())) {
            switch (left.get(0)) {
                case "--seconds" -> seconds = Double.parseDouble(left.get(1));
                case "--device" -> address = OptionalInt.of(Integer.parseInt(left.get(1)));
                case "--output" -> output = Path.of(left.get(1));
                default -> usage(left.get(0));
            }
        }
        if (!left.isEmpty()) {
            usage(left.get(0));
        }
        try {
            new GpuBench(OpenClDevices.choose(address), seconds).run(output);
        } catch (WordloomException e) {
            System.err.println("gpu: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void usage(String unknown) {
        System.err.println("gpu: what is " + unknown + "? [--seconds N] [--device ADDRESS] [--output FILE]");
        System.exit(2);
    }

    private void run(Path output) throws IOException, InterruptedException {
        describe();
        DeviceRequirements.warnings(device).forEach(warning -> figures.put("warning", warning));
        double bandwidth = memory();
        check();
        glove(bandwidth);
        tiles(bandwidth);
        search();
        Files.writeString(output, figures.json());
        System.out.println("all of it as JSON: " + output.toAbsolutePath());
    }

    private boolean isLarge() {
        return device.type() != DeviceType.CPU;
    }

    private void describe() {
        figures.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        figures.put(
                "devices", OpenClDevices.list().stream().map(OpenClDevice::name).toList());
        figures.put("device", device.name());
        figures.put("platform", device.platform());
        figures.put("type", device.type());
        figures.put("form of the kernels", device.form());
        figures.put("memory, bytes", device.memory());
        figures.put("largest buffer, bytes", device.maxAllocation());
        figures.put("local memory, bytes", device.localMemory());
        figures.put("compute units", device.computeUnits());
        figures.put("largest work-group", device.maxWorkGroup());
        figures.put("java", System.getProperty("java.vm.version"));
        figures.put("heap, bytes", Runtime.getRuntime().maxMemory());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
    }

    private double memory() {
        int floats = (int)
                Math.min(isLarge() ? 1L << 28 : 1L << 25, Runtime.getRuntime().maxMemory() / 32);
        try (MemoryRate memory = new MemoryRate(device, floats)) {
            MemoryRate.Residency residency = memory.residency();
            figures.put("residency: full collections", residency.collections());
            figures.put("residency: values right", residency.right());
            figures.put("residency: arrays lost", residency.losses());
            double bandwidth = memory.bandwidth();
            figures.put("device memory, bytes/s read and written", bandwidth);
            return bandwidth;
        }
    }

    private void check() {
        DeviceCheck check = DeviceCheck.run(device);
        figures.put("dot products: largest error", check.error());
        figures.put("launch, seconds", check.launchNanos() * 1e-9);
        figures.put("copy to the device, bytes/s", check.uploadRate());
        figures.put("copy from the device, bytes/s", check.readBackRate());
    }

    private void glove(double bandwidth) throws InterruptedException {
        int rows = isLarge() ? 1 << 19 : 1 << 13;
        int cells = isLarge() ? 1 << 26 : 1 << 18;
        CellRate rate = CellRate.measure(device, DIM, rows, cells, seconds);
        double roofline = bandwidth / CellsTiming.bytesPerCell(DIM);
        figures.put("GloVe: width", DIM);
        figures.put("GloVe: rows of a block", rows);
        figures.put("GloVe: cells", rate.cells());
        figures.put("GloVe: seconds, upload to read-back", rate.seconds());
        figures.put("GloVe: cells/s", rate.perSecond());
        figures.put("GloVe: of the memory roofline", rate.perSecond() / roofline);
        figures.put("GloVe: of the bar of 100 million", rate.perSecond() / GLOVE_BAR);
        figures.put("GloVe: mean loss, first visit", rate.firstLoss());
        figures.put("GloVe: mean loss, last visit", rate.lastLoss());
        figures.put("GloVe: visits repeated for lost arrays", rate.restorations());
        figures.put("GloVe: largest error", new CellsMeasurement().run(device).error());
        double processor = CellsTiming.onProcessor(CellKernels.fastest(), DIM, 1 << 13, 1 << 18, 1);
        figures.put("GloVe: cells/s of one processor thread", processor);
    }

    private void tiles(double bandwidth) {
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(DIM)
                .window(WINDOW)
                .negative(NEGATIVE)
                .build();
        long[] counts = new long[1 << 16];
        Arrays.setAll(counts, word -> 100_000_000L / (word + 1));
        TileTrial trial = new TileTrial(options, counts);
        double words = trial.wordsPerTile();
        double best = 0;
        for (int i = 0; i < TILE_REPETITIONS; i++) {
            best = Math.max(best, trial.deviceTiles(device, device.form()));
        }
        double roofline = bandwidth / trial.bytesPerTile();
        figures.put("skip-gram: tiles/s", best);
        figures.put("skip-gram: words/s", best * words);
        figures.put("skip-gram: of the memory roofline", best / roofline);
        figures.put("skip-gram: of the bar of 10 million", best * words / TILE_BAR);
        figures.put("skip-gram: largest error", trial.error(device, device.form()));
        figures.put("skip-gram: words/s of one processor thread", trial.processorTiles() * words);
    }

    private void search() {
        int words = isLarge() ? 1 << 20 : 1 << 15;
        SearchRate rate = SearchRate.measure(device, DIM, words, isLarge() ? 1 << 13 : 256);
        figures.put("nearest neighbours: words", words);
        figures.put("nearest neighbours: queries/s", rate.device());
        figures.put("nearest neighbours: queries/s, processor", rate.processor());
        figures.put("nearest neighbours: both find the same", rate.equal());
    }
}
