package org.wordloom.cluster;

import java.util.OptionalInt;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** The GPU that Spark gave to a task. */
public final class TaskDevice {
    /** The resource as {@code spark.executor.resource.gpu.amount} and the discovery script call it. */
    private static final String RESOURCE = "gpu";

    private TaskDevice() {}

    /**
     * The address of this task's GPU among the machine's OpenCL devices; empty outside of tasks and where Spark was told of
     * no GPUs.
     *
     * @throws WordloomException ENVIRONMENT when it is not one number
     */
    public static OptionalInt address() {
        TaskContext task = TaskContext.get();
        ResourceInformation gpu = task == null ? null : task.resourcesJMap().get(RESOURCE);
        return gpu == null ? OptionalInt.empty() : OptionalInt.of(number(gpu.addresses()));
    }

    static int number(String[] addresses) {
        if (addresses.length != 1 || !addresses[0].matches("[0-9]{1,4}")) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "this task was given the GPUs [" + String.join(", ", addresses)
                            + "], expected the number of one: a JVM runs one kernel at a time, so give an executor one GPU"
                            + " (spark.executor.resource.gpu.amount=1), found by conf/'s discovery script");
        }
        return Integer.parseInt(addresses[0]);
    }
}
