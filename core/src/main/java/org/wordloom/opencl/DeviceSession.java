package org.wordloom.opencl;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Arrays that stay on a device while launches of one kernel change them: open, {@link #upload}, launches,
 * {@link #readBack}, close. One session at a time in a JVM, used by one thread.
 */
public final class DeviceSession implements AutoCloseable {
    /** Work-items of a group: a multiple of every GPU's width, and the most that all drivers take is 256. */
    public static final int GROUP = 128;

    private final DeviceKernel kernel;
    private final OpenClDevice device;
    private final OpenCLDevice aparapi;

    private DeviceSession(DeviceKernel kernel, OpenClDevice device) {
        this.kernel = kernel;
        this.device = device;
        this.aparapi = OpenClDevices.aparapi(device);
    }

    /**
     * Compiles the kernel, and runs it once.
     *
     * @throws WordloomException (ENVIRONMENT) where the JVM or the device cannot: what is missing, and the remedy
     */
    public static DeviceSession open(DeviceKernel kernel, OpenClDevice device) {
        DeviceSession session = new DeviceSession(kernel, device);
        session.start();
        return session;
    }

    public OpenClDevice device() {
        return device;
    }

    private void start() {
        try {
            kernel.setExplicit(true);
            kernel.compile(aparapi);
        } catch (CompileFailedException e) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the device's compiler refused the kernel", e);
        }
        upload();
        kernel.put(kernel.pulse);
        launch(DeviceKernel.NOTHING, 1);
    }

    /** Copies the resident arrays to the device. */
    public void upload() {
        for (float[] array : kernel.resident()) {
            kernel.put(array);
        }
    }

    /** Has the array copied to the device before the next launch. */
    public void put(float[] array) {
        kernel.put(array);
    }

    /** Has the array copied to the device before the next launch. */
    public void put(int[] array) {
        kernel.put(array);
    }

    /** Copies an array that kernels write, and that is not resident, from the device; before the next launch. */
    public void get(float[] array) {
        kernel.get(array);
    }

    /** Copies an array that kernels write, and that is not resident, from the device; before the next launch. */
    public void get(int[] array) {
        kernel.get(array);
    }

    /** Runs an operation over items 0 … items-1, in as many launches as keep each short. */
    public void launch(int op, int items) {
        launch(op, 0, items);
    }

    /** Runs an operation over items first … end-1, in as many launches as keep each short. */
    public void launch(int op, int first, int end) {
        kernel.op = op;
        kernel.first = first;
        kernel.end = end;
        int items = end - first;
        int size = device.form() == Form.WORK_GROUP ? items * GROUP : (items + GROUP - 1) / GROUP * GROUP;
        Range range = aparapi.createRange(size, GROUP);
        kernel.execute(range);
    }

    /** Launches that change resident arrays: repeated when the device lost them, so they must be repeatable. */
    public void visit(Runnable launches) {
        launches.run();
        readBack();
    }

    /** Copies the resident arrays from the device. */
    public void readBack() {
        for (float[] array : kernel.resident()) {
            kernel.get(array);
        }
    }

    @Override
    public void close() {
        kernel.dispose();
    }
}
