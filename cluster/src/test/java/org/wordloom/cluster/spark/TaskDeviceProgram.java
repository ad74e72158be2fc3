package org.wordloom.cluster.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.WordloomException;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.train.KernelChoice;

/** On a cluster whose worker has GPU 3 and no driver for it: what tasks and the driver are told. */
public final class TaskDeviceProgram {
    private TaskDeviceProgram() {}

    /** @param arguments the discovery script, and the class path of executors */
    public static void main(String[] arguments) {
        SparkConf configuration = new SparkConf()
                .setMaster("local-cluster[1,2,1024]")
                .setAppName("task device")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", arguments[1])
                .set("spark.executorEnv.OCL_ICD_VENDORS", "/nonexistent")
                .set("spark.worker.resource.gpu.amount", "1")
                .set("spark.worker.resource.gpu.discoveryScript", arguments[0])
                .set("spark.executor.resource.gpu.amount", "1")
                .set("spark.task.resource.gpu.amount", "1");
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            List<Integer> addresses = spark.parallelize(List.of(1, 2), 2)
                    .map(each -> TaskDevice.address().orElse(-1))
                    .collect();
            System.out.println("addresses=" + addresses);
            System.out.println("owning="
                    + WholeExecutor.of(spark)
                            .claim(spark.parallelize(List.of(1), 1))
                            .map(each -> TaskDevice.address().orElse(-1) + " of "
                                    + TaskContext.get().cpus() + " cores")
                            .first());
            System.out.println("failure="
                    + spark.parallelize(List.of(1), 1).map(each -> forced()).first());
            System.out.println("driver="
                    + TaskDevice.decide(KernelChoice.OPENCL, 1, TaskDeviceProgram::never)
                            .reason());
        }
    }

    /** Device 3 is not there: an error and not another kernel. */
    private static String forced() {
        try {
            return TaskDevice.decide(KernelChoice.OPENCL, 1, TaskDeviceProgram::never)
                    .sentence();
        } catch (WordloomException e) {
            return e.exitCode().name();
        }
    }

    private static KernelTrial.Decision never(OpenClDevice device) {
        throw new AssertionError("a trial on " + device);
    }
}
