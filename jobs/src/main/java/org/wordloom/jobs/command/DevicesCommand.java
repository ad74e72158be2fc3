package org.wordloom.jobs.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Table;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.opencl.DeviceType;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.OpenClDevices;

/** {@code wordloom devices}: the OpenCL devices of this machine, and what the chosen one can do. */
final class DevicesCommand implements Command {
    private static final int NONE = -1;
    private static final long MIB = 1 << 20;

    private final CommonSettings common = new CommonSettings(false);
    private final SettingGroup settings;
    private int address = NONE;
    private boolean list;
    private boolean require;
    private boolean sparkResource;

    DevicesCommand() {
        settings = new SimpleGroup(
                "Devices",
                List.of(
                        Setting.integer(
                                "device",
                                "which device to test, by its address; -1: the one that Wordloom would use",
                                () -> address,
                                value -> address = value),
                        Setting.flag("list", "list devices and test none", () -> list, value -> list = value),
                        Setting.flag(
                                "require", "fail where there is no device", () -> require, value -> require = value),
                        Setting.flag(
                                "spark-resource",
                                "print the addresses of GPUs as Spark asks its discovery scripts for them",
                                () -> sparkResource,
                                value -> sparkResource = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(settings);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public List<String> examples() {
        return List.of("", "docs/OPENCL.md says what NVIDIA, AMD and Intel devices need.");
    }

    @Override
    public void run(Console console) {
        List<OpenClDevice> devices = OpenClDevices.list();
        if (sparkResource) {
            console.result(resource(devices));
        } else if (devices.isEmpty()) {
            sayThatThereIsNone(console);
        } else {
            console.result(table(devices));
            if (!list) {
                new DeviceReport(OpenClDevices.choose(address == NONE ? OptionalInt.empty() : OptionalInt.of(address)))
                        .print(console);
            }
        }
    }

    private void sayThatThereIsNone(Console console) {
        String obstacle = OpenClDevices.obstacle().orElseThrow();
        if (require) {
            throw new WordloomException(ExitCode.ENVIRONMENT, obstacle);
        }
        console.result("No OpenCL device can be used: " + obstacle + ". Wordloom computes on the processor.");
    }

    private static String table(List<OpenClDevice> devices) {
        OpenClDevice best = OpenClDevices.best().orElseThrow();
        Table table = new Table("address", "device", "type", "platform", "MiB", "units", "group", "used");
        for (OpenClDevice device : devices) {
            table.row(
                    String.valueOf(device.address()),
                    device.name(),
                    device.type().name(),
                    device.platform(),
                    String.valueOf(device.memory() / MIB),
                    String.valueOf(device.computeUnits()),
                    String.valueOf(device.maxWorkGroup()),
                    use(device, best));
        }
        return table.text();
    }

    private static String use(OpenClDevice device, OpenClDevice best) {
        if (!device.equals(best)) {
            return "no: device " + best.address() + " comes before it";
        }
        return device.type() == DeviceType.GPU
                ? "yes, where it is faster than simd"
                : "with --kernel opencl only: simd is faster on a processor";
    }

    /** One line of JSON: {@code {"name":"gpu","addresses":["0"]}}. */
    static String resource(List<OpenClDevice> devices) {
        return devices.stream()
                .filter(device -> device.type() == DeviceType.GPU)
                .map(device -> "\"" + device.address() + "\"")
                .collect(Collectors.joining(",", "{\"name\":\"gpu\",\"addresses\":[", "]}"));
    }

    private void check(Problems problems) {
        problems.require(address >= NONE, "--device is %d, expected the address of a device or -1", address);
    }
}
