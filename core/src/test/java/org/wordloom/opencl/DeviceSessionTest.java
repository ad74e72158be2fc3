package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Sessions on a real device: residency, and each way in which it can be lost. */
@Tag("opencl")
class DeviceSessionTest {
    private static final int ITEMS = 2000;
    /** Far below half of any region of G1: an array that the collector moves. */
    private static final int SMALL = 4096;

    private static OpenClDevice device;

    @BeforeAll
    static void findDevice() {
        device = TestDevice.get();
    }

    @Test
    void whatLaunchesChangeStaysOnTheDeviceUntilItIsReadBack() {
        AddKernel kernel = new AddKernel(new float[DeviceRequirements.minArrayFloats()], 2f);
        try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
            for (int i = 0; i < 10; i++) {
                session.launch(AddKernel.ADD, ITEMS);
                System.gc();
            }
            assertThat(kernel.rows[AddKernel.OFFSET]).as("before the read-back").isZero();
            session.readBack();
            assertThat(session.restorations()).isZero();
            assertThat(session.launches()).isGreaterThan(10);
        }
        assertItems(kernel.rows, 20f);
    }

    @Test
    void aPartOfTheItemsIsChangedAndNoOther() {
        AddKernel kernel = new AddKernel(new float[DeviceRequirements.minArrayFloats()], 1f);
        try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
            session.launch(AddKernel.ADD, 3, 1500);
            session.readBack();
        }
        for (int item = 0; item < ITEMS; item++) {
            assertThat(kernel.rows[AddKernel.OFFSET + item]).isEqualTo(item >= 3 && item < 1500 ? 1f : 0f);
        }
    }

    @Test
    void anArrayThatTheCollectorMovedIsRestoredAndTheVisitRepeated() {
        MovableArray movable = new MovableArray(SMALL);
        AddKernel kernel = new AddKernel(movable.array(), 1f);
        int[] attempts = new int[1];
        try (DeviceSession session = DeviceSession.openUnchecked(kernel, device, LaunchForm.WORK_ITEM)) {
            session.visit(() -> session.launch(AddKernel.ADD, ITEMS));
            session.visit(() -> {
                session.launch(AddKernel.ADD, ITEMS);
                if (attempts[0]++ == 0) {
                    movable.move();
                }
                session.launch(AddKernel.ADD, ITEMS);
            });
            assertThat(session.restorations()).isEqualTo(1);
        }
        assertThat(attempts[0]).isEqualTo(2);
        assertItems(kernel.rows, 3f);
    }

    @Test
    void arraysThatAreLostEachTimeAreAnError() {
        MovableArray movable = new MovableArray(SMALL);
        AddKernel kernel = new AddKernel(movable.array(), 1f);
        try (DeviceSession session = DeviceSession.openUnchecked(kernel, device, LaunchForm.WORK_ITEM)) {
            assertEnvironmentError(
                    () -> session.visit(() -> {
                        session.launch(AddKernel.ADD, ITEMS);
                        movable.move();
                        session.launch(AddKernel.ADD, ITEMS);
                    }),
                    "the garbage collector moved an array");
        }
    }

    @Test
    void outsideOfAVisitALostArrayIsAnErrorAtOnce() {
        MovableArray movable = new MovableArray(SMALL);
        AddKernel kernel = new AddKernel(movable.array(), 1f);
        try (DeviceSession session = DeviceSession.openUnchecked(kernel, device, LaunchForm.WORK_ITEM)) {
            session.launch(AddKernel.ADD, ITEMS);
            movable.move();
            assertEnvironmentError(() -> session.launch(AddKernel.ADD, ITEMS), "the garbage collector moved an array");
        }
    }

    @Test
    void anArrayThatTheCollectorMayMoveIsRefused() {
        assertEnvironmentError(
                () -> DeviceSession.open(new AddKernel(new float[SMALL], 1f), device), "may be moved by G1");
    }

    @Test
    void aSecondSessionIsRefusedWhileOneIsOpen() {
        AddKernel kernel = new AddKernel(new float[DeviceRequirements.minArrayFloats()], 1f);
        try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
            assertEnvironmentError(() -> DeviceSession.open(kernel, device), "in use by AddKernel");
            session.launch(AddKernel.ADD, ITEMS);
        }
        DeviceSession.open(new AddKernel(new float[DeviceRequirements.minArrayFloats()], 1f), device)
                .close();
    }

    @Test
    void aClosedSessionIsOfNoUseAndClosingTwiceIsHarmless() {
        AddKernel kernel = new AddKernel(new float[DeviceRequirements.minArrayFloats()], 1f);
        DeviceSession session = DeviceSession.open(kernel, device);
        session.close();
        session.close();
        assertThatThrownBy(() -> session.launch(AddKernel.ADD, 1)).hasMessage("the session is closed");
        assertThatThrownBy(session::readBack).hasMessage("the session is closed");
    }

    @Test
    void anotherThreadMayNotUseTheSession() throws InterruptedException {
        AddKernel kernel = new AddKernel(new float[DeviceRequirements.minArrayFloats()], 1f);
        Throwable[] thrown = new Throwable[1];
        try (DeviceSession session = DeviceSession.open(kernel, device)) {
            Thread thread = new Thread(() -> session.launch(AddKernel.ADD, 1));
            thread.setUncaughtExceptionHandler((dying, e) -> thrown[0] = e);
            thread.start();
            thread.join();
        }
        assertThat(thrown[0]).hasMessageContaining("belongs to thread");
    }

    @Test
    void memoryIsApartFromJavasHeap() {
        assertThat(OpenClDevices.aparapi(device).isSharedMemory()).isFalse();
        OpenClDevices.aparapi(device).setSharedMemory(true);
        assertThat(OpenClDevices.aparapi(device).isSharedMemory()).isFalse();
    }

    @Test
    void sessionsLeaveNoMemoryBehind() {
        for (int i = 0; i < 5; i++) {
            AddKernel kernel = new AddKernel(new float[1 << 22], 1f);
            try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
                session.visit(() -> session.launch(AddKernel.ADD, ITEMS));
            }
            assertItems(kernel.rows, 1f);
        }
    }

    private static void assertItems(float[] rows, float expected) {
        for (int item = 0; item < ITEMS; item++) {
            assertThat(rows[AddKernel.OFFSET + item]).isEqualTo(expected);
        }
        assertThat(rows[AddKernel.OFFSET + ITEMS]).isZero();
    }

    private static void assertEnvironmentError(Runnable action, String message) {
        assertThatThrownBy(action::run)
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.ENVIRONMENT);
    }
}
