package org.wordloom.opencl;

/**
 * An OpenCL device.
 *
 * @param address its number among all devices of this machine, as {@link OpenClDevices#list} counts them, from 0
 * @param platform the name of the platform (driver) that offers it
 * @param vendor of the platform
 * @param name of the device
 * @param type what it is
 * @param memory bytes of its memory
 * @param maxAllocation bytes of the largest buffer it allows
 * @param localMemory bytes that the work-items of a group share
 * @param computeUnits units that run work-groups
 * @param maxWorkGroup work-items of the largest group that it allows
 */
public record OpenClDevice(
        int address,
        String platform,
        String vendor,
        String name,
        DeviceType type,
        long memory,
        long maxAllocation,
        long localMemory,
        int computeUnits,
        int maxWorkGroup) {

    /** Whether the device is this machine's processor, driven by PoCL: good for tests, never faster than simd. */
    public boolean isPocl() {
        return platform.equals("Portable Computing Language");
    }

    /** The form of kernel that suits the device. */
    public LaunchForm form() {
        return type == DeviceType.CPU ? LaunchForm.WORK_ITEM : LaunchForm.WORK_GROUP;
    }
}
