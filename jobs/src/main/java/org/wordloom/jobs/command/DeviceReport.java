package org.wordloom.jobs.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.console.Console;
import org.wordloom.opencl.CellsMeasurement;
import org.wordloom.opencl.DeviceCheck;
import org.wordloom.opencl.DeviceMeasurement;
import org.wordloom.opencl.DeviceRequirements;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.train.TileMeasurement;

/** The self-test of a device, line by line. */
final class DeviceReport {
    /** What is measured beside {@link DeviceCheck}: the kernels that train. */
    private static final List<DeviceMeasurement> MEASUREMENTS = Stream.concat(
                    Stream.of(new CellsMeasurement()), TileMeasurement.all().stream())
            .toList();

    private static final double MICRO = 1e-3;
    private static final double GIGA = 1e-9;

    private final OpenClDevice device;

    DeviceReport(OpenClDevice device) {
        this.device = device;
    }

    /**
     * Runs the tests and prints their figures.
     *
     * @throws WordloomException (ENVIRONMENT) when one fails
     */
    void print(Console console) {
        DeviceRequirements.warnings(device).forEach(console::warn);
        console.result("");
        console.result("Self-test of device " + device.address() + ", " + device.name());
        DeviceCheck check = DeviceCheck.run(device);
        line(console, "accuracy", "largest error %.1e, allowed %.0e", check.error(), DeviceCheck.LARGEST_ERROR);
        line(console, "launch", "%.0f µs", check.launchNanos() * MICRO);
        line(console, "copy to it", "%.2f GB/s", check.uploadRate() * GIGA);
        line(console, "copy back", "%.2f GB/s", check.readBackRate() * GIGA);
        boolean accurate = check.isAccurate();
        for (DeviceMeasurement measurement : MEASUREMENTS) {
            accurate &= print(console, measurement);
        }
        if (!accurate) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT, device.name() + " computes wrongly: do not use it, or try another driver");
        }
        console.result("The device works.");
    }

    private boolean print(Console console, DeviceMeasurement measurement) {
        DeviceMeasurement.Figures figures = measurement.run(device);
        line(
                console,
                measurement.name(),
                "%.3g %s here, %.3g by one thread of the processor, largest error %.1e",
                figures.device(),
                measurement.unit(),
                figures.processor(),
                figures.error());
        return !(figures.error() > DeviceCheck.LARGEST_ERROR);
    }

    private static void line(Console console, String name, String figures, Object... values) {
        console.result(String.format(Locale.ROOT, "  %-16s", name) + String.format(Locale.ROOT, figures, values));
    }
}
