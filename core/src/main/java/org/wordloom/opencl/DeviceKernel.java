package org.wordloom.opencl;

import com.aparapi.Kernel;
import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.exception.CompileFailedException;
import java.util.List;

/**
 * What a {@link DeviceSession} runs: one class of many operations, because Aparapi mistakes a second entry point for
 * the first. {@code run()} of a subclass is of this shape:
 *
 * <pre>{@code
 *   @NoCL
 *   private void guard() {                // in every class: Aparapi does not see an inherited annotation
 *       throw fallback();
 *   }
 *
 *   public void run() {
 *       guard();
 *       if (op == TRAIN) {
 *           train();                      // items first … end-1; of form WORK_ITEM: first + getGlobalId(),
 *                                         // of WORK_GROUP: first + getGroupId()
 *       } else if (op == SCORE) {
 *           score();
 *       }
 *       if (getGlobalId() == 0) {         // for every resident array, in the order of resident()
 *           rows[0] = incremented(rows[0]);
 *           counters[0] = rows[0];
 *       }
 *   }
 * }</pre>
 *
 * <p>Operation {@link #NOTHING} must do nothing but count launches. What Aparapi translates: plain if/else, counted loops,
 * primitive arrays that are fields, private methods of the same class; no switch, no assert, no exceptions, no break. Names
 * become names of OpenCL C as they are: a variable must not be called {@code half}, {@code global} or {@code kernel}.
 */
public abstract class DeviceKernel extends Kernel {
    /** The operation that does nothing; a session starts with it. */
    public static final int NOTHING = 0;
    /** Where the counter of launches of a resident array stands. */
    public static final int COUNTER = 0;
    /** Launches are counted modulo this: every smaller number is exact as a float. */
    public static final int COUNTER_MODULUS = 1 << 20;
    /** The most resident arrays of a kernel. */
    public static final int MAX_RESIDENT = 16;

    /** The operation of this launch. */
    protected int op;
    /** The first item of this launch. */
    protected int first;
    /** The item after the last of this launch; the range is padded, so work-items beyond it must do nothing. */
    protected int end;
    /** The counters of the resident arrays, copied by the kernel so that they can be read without the arrays. */
    protected final float[] counters = new float[MAX_RESIDENT];

    /** The arrays that stay on the device between launches and that kernels write, in the order of their counters. */
    public abstract List<float[]> resident();

    /** What the {@code guard()} of a subclass throws: the translated kernel does not contain it. */
    protected static Fallback fallback() {
        return new Fallback();
    }

    /** Refuses another entry than {@code run}, which Aparapi would mistake for the first that it saw. */
    @Override
    public synchronized Kernel execute(String entry, Range range, int passes) {
        requireRun(entry);
        return super.execute(entry, range, passes);
    }

    /** Refuses another entry than {@code run}. */
    @Override
    public synchronized Kernel compile(String entry, Device device) throws CompileFailedException {
        requireRun(entry);
        return super.compile(entry, device);
    }

    private static void requireRun(String entry) {
        if (!entry.equals("run")) {
            throw new IllegalStateException("a kernel has one entry, run(): make " + entry + " an operation");
        }
    }

    /**
     * The counter after this launch. An array whose counter is behind was made anew from an older copy: what launches did
     * to it is lost.
     */
    protected float incremented(float counter) {
        float next = counter + 1f;
        if (next >= 1048576f) {
            next = 0f;
        }
        return next;
    }

    /** Aparapi gave up on OpenCL and started the kernel in Java threads, on arrays that are out of date. */
    public static final class Fallback extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private Fallback() {
            super("this kernel runs on OpenCL devices only");
        }
    }
}
