package org.wordloom.opencl;

import com.aparapi.Kernel;
import java.util.List;

/**
 * What a {@link DeviceSession} runs: one class of many operations, because Aparapi mistakes a second entry point for
 * the first. {@code run()} of a subclass is of this shape:
 *
 * <pre>{@code
 *   public void run() {
 *       guard();
 *       if (op == TRAIN) {
 *           train();                      // items first … end-1; WORK_ITEM: first + getGlobalId(), WORK_GROUP: first + getGroupId()
 *       } else if (op == SCORE) {
 *           score();
 *       }
 *       if (getGlobalId() == 0) {         // a beat for every resident array, in the order of resident()
 *           rows[0] = next(rows[0]);
 *           pulse[0] = rows[0];
 *       }
 *   }
 * }</pre>
 *
 * <p>Operation {@link #NOTHING} must do nothing but the beats. What Aparapi translates: plain if/else, counted loops,
 * primitive arrays that are fields, private methods of the same class; no switch, no assert, no exceptions, no break.
 */
public abstract class DeviceKernel extends Kernel {
    /** The operation that does nothing; a session starts with it. */
    public static final int NOTHING = 0;
    /** Where the canary of a resident array stands. */
    public static final int CANARY = 0;
    /** The canary counts launches modulo this: every smaller number is exact as a float. */
    public static final int CANARY_MODULUS = 1 << 20;
    /** The most resident arrays of a kernel. */
    public static final int MAX_RESIDENT = 16;

    /** The operation of this launch. */
    protected int op;
    /** The first item of this launch. */
    protected int first;
    /** The item after the last of this launch; the range is padded, so work-items beyond it must do nothing. */
    protected int end;
    /** The canaries of the resident arrays, copied by the kernel so that they can be read without the arrays. */
    protected final float[] pulse = new float[MAX_RESIDENT];

    /** The arrays that stay on the device between launches and that kernels write, in the order of the beats. */
    public abstract List<float[]> resident();

    /** What {@code guard()} throws. */
    static IllegalStateException fallback() {
        return new IllegalStateException("this kernel would run in Java threads, on arrays that are out of date");
    }

    /** The canary after this launch. */
    protected float next(float canary) {
        float next = canary + 1f;
        if (next >= 1048576f) {
            next = 0f;
        }
        return next;
    }
}
