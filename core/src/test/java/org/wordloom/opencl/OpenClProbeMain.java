package org.wordloom.opencl;

import org.wordloom.base.WordloomException;

/** Prints what this JVM finds: devices or the obstacle, and how a session with so many floats opens. */
public final class OpenClProbeMain {
    private OpenClProbeMain() {}

    public static void main(String[] arguments) {
        System.out.println("devices " + OpenClDevices.list().size());
        System.out.println(OpenClDevices.obstacle().orElse("none"));
        if (OpenClDevices.list().isEmpty()) {
            System.out.println("none");
        } else {
            System.out.println(open(Integer.parseInt(arguments[0])));
        }
        System.out.println("ended");
    }

    private static String open(int floats) {
        AddKernel kernel = new AddKernel(new float[floats], 1f);
        OpenClDevice device = OpenClDevices.best().orElseThrow();
        try (DeviceSession session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM)) {
            session.visit(() -> session.launch(AddKernel.ADD, 1));
            return "opened " + kernel.rows[AddKernel.OFFSET];
        } catch (WordloomException e) {
            return e.exitCode() + " " + e.getMessage();
        }
    }
}
