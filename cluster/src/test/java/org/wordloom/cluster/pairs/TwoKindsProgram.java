package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ExecutorResourceRequests;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairTables;

/**
 * Visits of one model with {@code --kernel opencl} in one application, on executors of two kinds: one that was given an
 * OpenCL device, and one that was given none. Spark schedules a stage on executors of one kind only, so there are two.
 */
final class TwoKindsProgram {
    private static final int WORDS = 80;

    private TwoKindsProgram() {}

    /** @param arguments the discovery script, what executors preload, and the class path of executors */
    public static void main(String[] arguments) {
        SparkConf configuration = new SparkConf()
                .setMaster("local-cluster[2,1,1024]")
                .setAppName("two kinds of executors")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", arguments[2])
                .set("spark.executor.extraJavaOptions", "-XX:+UseG1GC --add-modules=jdk.incubator.vector")
                .set("spark.executorEnv.LD_PRELOAD", arguments[1])
                .set("spark.executor.memory", "1024m")
                .set("spark.dynamicAllocation.enabled", "true")
                .set("spark.dynamicAllocation.shuffleTracking.enabled", "true")
                .set("spark.dynamicAllocation.initialExecutors", "1")
                .set("spark.dynamicAllocation.minExecutors", "1")
                .set("spark.dynamicAllocation.maxExecutors", "1")
                .set("spark.worker.resource.gpu.amount", "1")
                .set("spark.worker.resource.gpu.discoveryScript", arguments[0])
                .set("spark.executor.resource.gpu.amount", "1")
                .set("spark.task.resource.gpu.amount", "1");
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            PairModel model = model();
            JavaRDD<BlockVisit> visits =
                    spark.parallelize(List.of(new BlockVisit(0, 0, 1), new BlockVisit(0, 1, 0)), 2);
            print("device", visits.map(visit -> train(model, visit)).collect());
            print(
                    "processor",
                    visits.map(visit -> visit)
                            .withResources(withoutDevice())
                            .map(visit -> train(model, visit))
                            .collect());
        }
    }

    private static void print(String name, List<LossSum> outcomes) {
        System.out.println(name + "="
                + outcomes.stream()
                        .flatMap(outcome -> outcome.kernels().stream())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        double loss = outcomes.stream().mapToDouble(LossSum::meanLoss).average().orElseThrow();
        System.out.printf(Locale.ROOT, "%sloss=%.4f%n", name, loss);
    }

    private static ResourceProfile withoutDevice() {
        return new ResourceProfileBuilder()
                .require(new ExecutorResourceRequests().cores(1).memory("1024m"))
                .require(new TaskResourceRequests().cpus(1))
                .build();
    }

    private static LossSum train(PairModel model, BlockVisit visit) throws IOException, InterruptedException {
        return model.visit(
                visit, model.initial(Side.INPUT, visit.rowBlock()), model.initial(Side.OUTPUT, visit.columnBlock()), 1);
    }

    private static PairModel model() {
        MadeUpCounts counts = MadeUpCounts.of(WORDS, 2);
        BlockPartition partition = counts.partition();
        long[] words = MadeUpCounts.wordCounts(WORDS);
        PairOptions options = new PairOptions(
                TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                        .dim(12)
                        .epochs(40)
                        .rate(PairOptions.RATE)
                        .rowRateCount(100)
                        .kernel(KernelChoice.OPENCL)
                        .build(),
                8);
        return new PairModel(
                options,
                partition,
                () -> PairTables.ofText(options, partition, words),
                PairFeed.ofCounts(counts, options.share()),
                WORDS * WORDS * 12L,
                0,
                5);
    }
}
