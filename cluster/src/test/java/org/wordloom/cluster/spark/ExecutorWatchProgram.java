package org.wordloom.cluster.spark;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.WordloomException;

/** What {@link ExecutorWatchTest} runs in a JVM of its own: a job whose executors never come, or do. */
final class ExecutorWatchProgram {
    private ExecutorWatchProgram() {}

    /**
     * Arguments: a setting of Spark's, its value, seconds of patience, with what begins what is waited for, class path of
     * executors. Prints "key=value" lines.
     */
    public static void main(String[] arguments) throws Exception {
        SparkConf configuration = new SparkConf()
                .setMaster("local-cluster[1,1,1024]")
                .setAppName("executor watch test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", arguments[4])
                .set(arguments[0], arguments[1]);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (JavaSparkContext spark = new JavaSparkContext(configuration);
                AutoCloseable watch = ExecutorWatch.start(spark, heard::offer, Integer.parseInt(arguments[2]))) {
            System.out.println("watching=" + (watch != null));
            Thread work = new Thread(() -> heard.offer(sum(spark)));
            work.setDaemon(true);
            work.start();
            String line = heard.poll(3, TimeUnit.MINUTES);
            while (line != null && !line.startsWith(arguments[3])) {
                line = heard.poll(3, TimeUnit.MINUTES);
            }
            System.out.println("heard=" + line);
        }
        System.exit(0);
    }

    private static String sum(JavaSparkContext spark) {
        try {
            return "done " + spark.parallelize(List.of(1, 2), 2).reduce(Integer::sum);
        } catch (Exception e) { // Spark declares none, and throws checked ones too
            WordloomException told = SparkRun.unwrap(e);
            return "failed " + told.exitCode() + ": " + told.getMessage();
        }
    }
}
