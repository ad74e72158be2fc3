package org.wordloom.matrix;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Reads addresses of arrays by {@code sun.misc.Unsafe}, which is looked up by name because no release of Java promises it.
 * It reads nothing but a reference out of an array of references, and writes nothing.
 */
final class ObjectAddresses {
    private static final String UNSAFE = "sun.misc.Unsafe";
    /** HotSpot's default: objects lie at multiples of 8 bytes, and compressed references leave these three bits out. */
    private static final int COMPRESSED_BITS = 3;

    private static final int PROBES = 64;

    private final MethodHandle readInt;
    private final MethodHandle readLong;
    private final long firstReference;
    private final long firstFloat;
    private final boolean compressed;
    private final int shift;

    private ObjectAddresses(Class<?> type, Object unsafe) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        this.readInt = reader(lookup, type, unsafe, "getInt", int.class);
        this.readLong = reader(lookup, type, unsafe, "getLong", long.class);
        this.firstReference = type.getField("ARRAY_OBJECT_BASE_OFFSET").getLong(null);
        this.firstFloat = type.getField("ARRAY_FLOAT_BASE_OFFSET").getLong(null);
        this.compressed = type.getField("ARRAY_OBJECT_INDEX_SCALE").getInt(null) == Integer.BYTES;
        this.shift = compressed && leavesBitsOut() ? COMPRESSED_BITS : 0;
    }

    /** Null where this JVM does not let addresses be read, which is nothing to be told of: see {@link CacheLines}. */
    static ObjectAddresses find() {
        try {
            Class<?> type = Class.forName(UNSAFE);
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return new ObjectAddresses(type, instance.get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** The address of element 0, right in its last bits; below 32 GB of heap the base of the heap may be missing. */
    long ofElements(float[] array) {
        return (reference(array) << shift) + firstFloat;
    }

    private long reference(Object array) {
        Object[] holder = {array};
        try {
            return compressed
                    ? (int) readInt.invokeExact((Object) holder, firstReference)
                    : (long) readLong.invokeExact((Object) holder, firstReference);
        } catch (Throwable e) { // what handles throw is not declared; these two do not
            throw new AssertionError(e);
        }
    }

    /** Whether references are addresses without their last bits: if not, all are multiples of 8. */
    private boolean leavesBitsOut() {
        long bits = 0;
        for (int k = 0; k < PROBES; k++) {
            bits |= reference(new float[1]); // 24 bytes: a multiple of 8 and not of 64
        }
        return (bits & 7) != 0;
    }

    private static MethodHandle reader(
            MethodHandles.Lookup lookup, Class<?> type, Object unsafe, String name, Class<?> result)
            throws ReflectiveOperationException {
        return lookup.findVirtual(type, name, MethodType.methodType(result, Object.class, long.class))
                .bindTo(unsafe);
    }
}
