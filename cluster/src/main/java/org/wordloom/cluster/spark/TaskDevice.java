package org.wordloom.cluster.spark;

import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecision;

/**
 * The OpenCL device of a Spark task: GPUs are Spark's resource {@code gpu}, whose addresses are those of
 * {@link OpenClDevice}. Executors that were given none compute on their processors, in the same job.
 */
public final class TaskDevice {
    /** The name of the resource. */
    public static final String RESOURCE = "gpu";

    private static final String EXECUTOR_AMOUNT = "spark.executor.resource.gpu.amount";
    private static final String TASK_AMOUNT = "spark.task.resource.gpu.amount";

    private TaskDevice() {}

    /** Adds what is wrong with how GPUs are spread over executors and tasks. */
    public static void check(SparkConf configuration, Problems problems) {
        String executor = configuration.get(EXECUTOR_AMOUNT, "0");
        String task = configuration.get(TASK_AMOUNT, "");
        problems.require(
                executor.equals("0") || executor.equals("1"),
                "%s is %s, expected 1: OpenCL runs one kernel at a time in a JVM, so a second GPU of an executor would"
                        + " idle; start an executor for each GPU",
                EXECUTOR_AMOUNT,
                executor);
        problems.require(
                executor.equals("0") || task.equals("1"),
                "%s is %s, expected 1: a task is told its device's address only then, and OpenCL runs one task's kernel at"
                        + " a time in a JVM",
                TASK_AMOUNT,
                task.isEmpty() ? "not set" : task);
    }

    /** The address of the GPU that Spark gave to the task of this thread; empty without one, and outside of tasks. */
    public static OptionalInt address() {
        TaskContext task = TaskContext.get();
        ResourceInformation gpu = task == null ? null : task.resourcesJMap().get(RESOURCE);
        return gpu == null || gpu.addresses().length == 0 ? OptionalInt.empty() : OptionalInt.of(number(gpu));
    }

    /**
     * Which kernel the task of this thread runs. Where Spark gives out GPUs, an executor without one computes on its
     * processor whatever was asked for; where it does not, every executor may use the best device of its machine.
     *
     * @param bytes that would be kept on the device
     * @param trial measures both kernels, for AUTO
     * @throws WordloomException (ENVIRONMENT) when a forced kernel cannot run: what is missing
     */
    public static KernelDecision decide(
            KernelChoice asked, long bytes, Function<OpenClDevice, KernelTrial.Decision> trial) {
        OptionalInt address = address();
        boolean mayUseDevice = asked == KernelChoice.OPENCL || asked == KernelChoice.AUTO;
        if (mayUseDevice && address.isEmpty() && sparkGivesGpus()) {
            return KernelDecision.onProcessor("Spark gave this executor no GPU");
        }
        return KernelDecision.of(asked, address, bytes, trial);
    }

    private static boolean sparkGivesGpus() {
        SparkEnv spark = SparkEnv.get();
        return spark != null && givenBySpark(spark.conf());
    }

    /** Whether executors ask for GPUs. */
    static boolean givenBySpark(SparkConf configuration) {
        return !configuration.get(EXECUTOR_AMOUNT, "0").equals("0");
    }

    private static int number(ResourceInformation gpu) {
        try {
            return Integer.parseInt(gpu.addresses()[0]);
        } catch (NumberFormatException e) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "Spark's resource gpu has the address " + gpu.addresses()[0]
                            + ", expected the number of an OpenCL device: use conf/opencl-gpus as its discovery script",
                    e);
        }
    }
}
