package org.wordloom.opencl;

/** The kinds of OpenCL devices, in the order in which Wordloom prefers them. */
public enum DeviceType {
    GPU,
    ACCELERATOR,
    CPU
}
