package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aparapi.device.JavaDevice;
import com.aparapi.internal.kernel.KernelManager;
import java.io.File;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.WordloomException;

/** Kernels that Aparapi would run otherwise than meant. */
@Tag("opencl")
class KernelGuardTest {
    private static OpenClDevice device;

    @BeforeAll
    static void findDevice() {
        device = TestDevice.get();
    }

    @Test
    void aKernelThatDoesNotTranslateIsAnErrorAndStaysOne() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> DeviceSession.open(new UntranslatableKernel(rows()), device))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("the opencl kernel UntranslatableKernel could not be translated");
        }
        assertThatTheDeviceStillWorks();
    }

    @Test
    void moreSharedMemoryThanTheDeviceHasIsRefused() {
        assertThatThrownBy(() -> DeviceSession.open(new HungryKernel(rows()), device))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("HungryKernel shares 200000000 bytes")
                .hasMessageContaining(device.name());
    }

    @Test
    void aKernelThatAparapiTakesOffTheDeviceIsAnError() {
        AddKernel kernel = new FallenKernel(rows());
        try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
            KernelManager.instance().setPreferredDevices(kernel, new LinkedHashSet<>(List.of(JavaDevice.THREAD_POOL)));
            assertThatThrownBy(() -> session.launch(AddKernel.ADD, 100))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("FallenKernel stopped running on " + device.name());
        }
        assertThat(kernel.rows[AddKernel.OFFSET]).isZero();
        assertThatTheDeviceStillWorks();
    }

    @Test
    void javaThreadsRunIntoTheGuard() {
        AddKernel kernel = new ThreadKernel(rows());
        KernelManager.instance().setPreferredDevices(kernel, new LinkedHashSet<>(List.of(JavaDevice.THREAD_POOL)));
        kernel.op = AddKernel.ADD;
        kernel.end = 100;
        assertThatThrownBy(() -> kernel.execute(JavaDevice.THREAD_POOL.createRange(128)))
                .isInstanceOf(RuntimeException.class);
        assertThat(kernel.rows[AddKernel.OFFSET]).isZero();
    }

    @Test
    void aKernelWithoutAGuardIsRefused() {
        assertThatThrownBy(() -> DeviceSession.open(new UnguardedKernel(rows()), device))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must begin with a guard()");
    }

    @Test
    void aKernelWithoutBeatsIsRefused() {
        assertThatThrownBy(() -> DeviceSession.open(new SilentKernel(rows()), device))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must count launches in every resident array");
        assertThatTheDeviceStillWorks();
    }

    @Test
    void aSecondEntryIsRefused() {
        AddKernel kernel = new AddKernel(rows(), 1f);
        assertThatThrownBy(() ->
                        kernel.execute("add", OpenClDevices.aparapi(device).createRange(128, 128)))
                .hasMessageContaining("one entry");
        assertThatThrownBy(() -> kernel.compile("add", OpenClDevices.aparapi(device)))
                .hasMessageContaining("one entry");
    }

    @Test
    void aKernelCompiledWithoutVariableTablesIsRefused(@TempDir Path folder) throws Exception {
        String source = Files.readString(Path.of("src/test/java/org/wordloom/opencl/SilentKernel.java"));
        Path file = folder.resolve("PlainKernel.java");
        Files.writeString(
                file,
                source.replace("package org.wordloom.opencl;", "import org.wordloom.opencl.*;")
                        .replace("final class SilentKernel", "public final class PlainKernel")
                        .replace("    SilentKernel(", "    public PlainKernel("));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g:none", "-cp", classPath + File.pathSeparator + folder, file.toString());
        assertThat(status).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Constructor<?> constructor = loader.loadClass("PlainKernel").getConstructor(float[].class);
            DeviceKernel kernel = (DeviceKernel) constructor.newInstance((Object) rows());
            assertThatThrownBy(() -> DeviceSession.open(kernel, device)).hasMessageContaining("compiled without -g");
        }
    }

    private static void assertThatTheDeviceStillWorks() {
        AddKernel kernel = new AddKernel(rows(), 1f);
        try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
            session.visit(() -> session.launch(AddKernel.ADD, 1));
        }
        assertThat(kernel.rows[AddKernel.OFFSET]).isEqualTo(1f);
    }

    private static float[] rows() {
        return new float[DeviceRequirements.minArrayFloats()];
    }

    /** A class of its own: Aparapi remembers for each class where it failed. */
    private static final class FallenKernel extends AddKernel {
        private FallenKernel(float[] rows) {
            super(rows, 1f);
        }
    }

    private static final class ThreadKernel extends AddKernel {
        private ThreadKernel(float[] rows) {
            super(rows, 1f);
        }
    }
}
