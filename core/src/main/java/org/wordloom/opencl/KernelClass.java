package org.wordloom.opencl;

import com.aparapi.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import org.wordloom.base.Problems;

/** What a kernel's class must have before Aparapi may see it: without, it loses data in silence or never ends. */
final class KernelClass {
    private KernelClass() {}

    /** Refuses a kernel that would go wrong; these are mistakes of a programmer, not of a user. */
    static void check(DeviceKernel kernel) {
        if (!hasVariableTable(kernel.getClass())) {
            throw new IllegalStateException(kernel.getClass().getName()
                    + " was compiled without -g: Aparapi needs the table of local variables, and searches without end");
        }
        if (!isGuarded(kernel)) {
            throw new IllegalStateException(kernel.getClass().getName() + ".run() must begin with a guard()");
        }
        if (kernel.resident().size() > DeviceKernel.MAX_RESIDENT) {
            throw new IllegalStateException(kernel.resident().size() + " resident arrays, expected at most "
                    + DeviceKernel.MAX_RESIDENT + ": each needs a place in counters");
        }
    }

    /** Adds that the kernel's groups share more memory than the device has: PoCL would end the JVM. */
    static void checkLocalMemory(DeviceKernel kernel, OpenClDevice device, Problems problems) {
        long bytes = 0;
        for (Class<?> type = kernel.getClass(); type != DeviceKernel.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Kernel.Local.class)) {
                    bytes += bytes(kernel, field);
                }
            }
        }
        problems.require(
                bytes <= device.localMemory(),
                "a work-group of %s shares %d bytes, and %s has %d for one: use --kernel simd",
                kernel.getClass().getSimpleName(),
                bytes,
                device.name(),
                device.localMemory());
    }

    /** At most 4 bytes an element: kernels share floats and ints. */
    private static long bytes(DeviceKernel kernel, Field field) {
        try {
            field.setAccessible(true);
            return 4L * Array.getLength(field.get(kernel));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " must be readable", e);
        }
    }

    /** Whether the class file names the attribute; only methods compiled with -g have it. */
    private static boolean hasVariableTable(Class<?> kernel) {
        String file = kernel.getName().substring(kernel.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = kernel.getResourceAsStream(file)) {
            return in != null
                    && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("LocalVariableTable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the kernel refuses to run in Java, as it would in Aparapi's silent fallback. */
    private static boolean isGuarded(DeviceKernel kernel) {
        try {
            kernel.run();
            return false;
        } catch (DeviceKernel.Fallback expected) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
