package org.wordloom.opencl;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;

/**
 * Arrays that stay on a device while launches of one kernel change them: open, launches within {@link #visit}, close.
 * One session at a time in a JVM, because Aparapi runs one kernel at a time there; used by the thread that opened it
 * or that {@link #adopt adopted} it last.
 *
 * <p>Every launch is followed by two checks: that the device ran it (Aparapi would else go on in Java threads, on arrays
 * that are out of date), and that no array was lost (Aparapi makes a buffer anew, from the Java array, when the garbage
 * collector has moved that).
 */
public final class DeviceSession implements AutoCloseable {
    /** Work-items of a group in both forms. Drivers take 256 and some no more; Aparapi must never choose. */
    public static final int GROUP = 128;

    private static final int MAX_ATTEMPTS = 3;
    /** Copies above this many bytes get a launch of their own, so that they are not taken for computing. */
    private static final long LARGE_COPY = 8L << 20;

    private static final AtomicReference<DeviceSession> OPEN = new AtomicReference<>();

    private final DeviceKernel kernel;
    private final OpenClDevice device;
    private final LaunchForm form;
    private final OpenCLDevice aparapi;
    private final List<float[]> resident;
    private final LaunchCounters counters;
    private final LaunchTimes times = new LaunchTimes(JvmFacts.here().maxLaunchNanos());
    private Thread thread = Thread.currentThread();
    private long copyBytes;
    private int restorations;
    private boolean executed;
    private boolean visiting;

    private DeviceSession(DeviceKernel kernel, OpenClDevice device, LaunchForm form) {
        this.kernel = kernel;
        this.device = device;
        this.form = form;
        this.aparapi = OpenClDevices.aparapi(device);
        this.resident = kernel.resident();
        this.counters = new LaunchCounters(resident);
    }

    /** A session whose kernel has the form that suits the device. */
    public static DeviceSession open(DeviceKernel kernel, OpenClDevice device) {
        return open(kernel, device, device.form());
    }

    /**
     * Compiles the kernel, copies its resident arrays to the device and runs it once.
     *
     * @param form that the kernel has
     * @throws WordloomException (ENVIRONMENT) where the JVM or the device cannot: what is missing, and the remedy
     */
    public static DeviceSession open(DeviceKernel kernel, OpenClDevice device, LaunchForm form) {
        Problems problems = new Problems();
        long[] floats =
                kernel.resident().stream().mapToLong(array -> array.length).toArray();
        long bytes =
                kernel.resident().stream().mapToLong(array -> 4L * array.length).sum();
        DeviceRequirements.check(device, bytes, problems);
        DeviceRequirements.checkArrays(JvmFacts.here(), device, floats, problems);
        KernelClass.checkLocalMemory(kernel, device, problems);
        problems.require(
                device.maxWorkGroup() >= GROUP,
                "%s takes work-groups of at most %d, and kernels need %d",
                device.name(),
                device.maxWorkGroup(),
                GROUP);
        DeviceRequirements.throwIfAny(problems);
        return openUnchecked(kernel, device, form);
    }

    /** For tests of what happens where the requirements are not met. */
    static DeviceSession openUnchecked(DeviceKernel kernel, OpenClDevice device, LaunchForm form) {
        KernelClass.check(kernel);
        DeviceSession session = new DeviceSession(kernel, device, form);
        DeviceSession other = OPEN.compareAndExchange(null, session);
        if (other != null) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "this JVM's OpenCL device is in use by " + other.name()
                            + ", and Aparapi runs one kernel at a time in a JVM: close that session first, or run one"
                            + " task at a time in an executor with a GPU");
        }
        try {
            session.start();
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
        return session;
    }

    public OpenClDevice device() {
        return device;
    }

    public LaunchForm form() {
        return form;
    }

    /** How often a visit was repeated because the device had lost an array. */
    public int restorations() {
        return restorations;
    }

    /** Launches so far. */
    public long launches() {
        return times.launches();
    }

    private String name() {
        return kernel.getClass().getSimpleName();
    }

    private void start() {
        AparapiLog.listen().forget();
        kernel.setExplicit(true);
        try {
            kernel.compile(aparapi);
        } catch (CompileFailedException | RuntimeException | AssertionError e) {
            throw failed("could not be translated for " + device.name(), e);
        }
        for (int i = 0; i < resident.size(); i++) {
            counters.upload(i);
            kernel.put(resident.get(i));
        }
        execute(DeviceKernel.NOTHING, 0, 0);
        executed = true;
        if (arraysAreLost()) {
            throw new IllegalStateException(name() + ".run() must count launches in every resident array");
        }
    }

    /** Copies the resident arrays to the device, one at a time so that the collector need not wait for all. */
    public void upload() {
        requireOpen();
        for (int i = 0; i < resident.size(); i++) {
            counters.upload(i);
            kernel.put(resident.get(i));
            execute(DeviceKernel.NOTHING, 0, 0);
        }
        copyBytes = 0;
        requireArrays();
    }

    /** Has the array copied to the device before the next launch. */
    public void put(float[] array) {
        requireOpen();
        kernel.put(array);
        copyBytes += (long) array.length * Float.BYTES;
    }

    /** Has the array copied to the device before the next launch. */
    public void put(int[] array) {
        requireOpen();
        kernel.put(array);
        copyBytes += (long) array.length * Integer.BYTES;
    }

    /** Copies an array that kernels write, and that is not resident, from the device; before the next launch. */
    public void get(float[] array) {
        requireOpen();
        kernel.get(array);
    }

    /** Copies an array that kernels write, and that is not resident, from the device; before the next launch. */
    public void get(int[] array) {
        requireOpen();
        kernel.get(array);
    }

    /**
     * Runs an operation over items 0 … items-1, in as many launches as keep each short.
     *
     * @param op the kernel's own constant for the operation; no kernel knows another's
     */
    public void launch(int op, int items) {
        launch(op, 0, items);
    }

    /** Runs an operation over items first … end-1, in as many launches as keep each short. */
    public void launch(int op, int first, int end) {
        launch(op, first, end, () -> {});
    }

    /**
     * As {@link #launch(int, int, int)}, for kernels that write arrays that are not resident: those of a launch may be lost
     * in the next.
     *
     * @param afterEach runs after each launch
     */
    public void launch(int op, int first, int end, Runnable afterEach) {
        requireOpen();
        if (copyBytes > LARGE_COPY) {
            execute(DeviceKernel.NOTHING, 0, 0);
            requireArrays();
        }
        copyBytes = 0;
        for (int at = first; at < end; ) {
            int items = Math.min(end - at, times.slice(op));
            long start = System.nanoTime();
            execute(op, at, at + items);
            times.took(op, items, System.nanoTime() - start);
            requireArrays();
            afterEach.run();
            at += items;
        }
    }

    private void execute(int op, int first, int end) {
        kernel.op = op;
        kernel.first = first;
        kernel.end = end;
        int items = Math.max(1, end - first);
        int size = form == LaunchForm.WORK_GROUP ? items * GROUP : (items + GROUP - 1) / GROUP * GROUP;
        Range range = aparapi.createRange(size, GROUP);
        try {
            kernel.execute(range);
        } catch (RuntimeException | AssertionError e) {
            // Aparapi throws both where a device is not the preferred one any more, or where our guard threw.
            throw failed("stopped running on " + device.name(), e);
        }
        if (!kernel.isRunningCL()) {
            throw failed("ran in Java threads instead of on " + device.name(), null);
        }
        counters.launched();
    }

    private WordloomException failed(String what, Throwable cause) {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                "the opencl kernel " + name() + " " + what + ": "
                        + AparapiLog.listen().said()
                        + " (wordloom devices tests the device; --kernel simd does without)",
                cause);
    }

    private void requireArrays() {
        if (arraysAreLost()) {
            throw visiting ? new LostArrays() : lostForGood();
        }
    }

    private boolean arraysAreLost() {
        if (resident.isEmpty()) {
            return false;
        }
        kernel.get(kernel.counters);
        return !counters.match(kernel.counters);
    }

    private static WordloomException lostForGood() {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                "the garbage collector moved an array whose rows were on the device, and what was computed there is gone:"
                        + " give the JVM more heap (-Xmx, --executor-memory), or use --kernel simd");
    }

    /**
     * Launches that change resident arrays, and the read-back of these. When the device lost an array on the way, the
     * state of the last read-back is copied to it and the launches are repeated.
     *
     * @param launches must do the same when they run again
     * @throws WordloomException (ENVIRONMENT) when arrays are lost again and again
     */
    public void visit(Runnable launches) {
        visiting = true;
        try {
            for (int attempt = 1; !succeeds(launches, attempt > 1); attempt++) {
                if (attempt == MAX_ATTEMPTS) {
                    throw lostForGood();
                }
                restorations++;
            }
        } finally {
            visiting = false;
        }
    }

    private boolean succeeds(Runnable launches, boolean again) {
        try {
            if (again) {
                upload();
            }
            launches.run();
        } catch (LostArrays e) {
            return false;
        }
        readBack();
        return true;
    }

    /** Copies the resident arrays from the device. */
    public void readBack() {
        requireOpen();
        for (int i = 0; i < resident.size(); i++) {
            kernel.get(resident.get(i));
            if (!counters.matchReadBack(i)) {
                throw lostForGood();
            }
        }
    }

    /** Hands the session over to the calling thread; the one that had it must have ended its calls. */
    public void adopt() {
        thread = Thread.currentThread();
    }

    private void requireOpen() {
        if (OPEN.get() != this) {
            throw new IllegalStateException("the session is closed");
        }
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("the session belongs to thread " + thread.getName());
        }
    }

    /** Frees the device. What was not read back is lost. */
    @Override
    public void close() {
        // A kernel that was compiled and never ran must not be disposed of: the native code would crash the JVM.
        if (OPEN.compareAndSet(this, null) && executed) {
            kernel.dispose();
        }
    }

    /** Ends an attempt of a visit. */
    private static final class LostArrays extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
