package org.wordloom.cluster.pairs;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.Executioner;

/** What tests of skip-gram on text by strata run in a JVM of their own. */
final class TextPairProgram {
    private TextPairProgram() {}

    /**
     * Arguments: runs, a text, a folder for outputs, class path of executors. Runs are separated by semicolons: a name, a
     * master, and after how many tasks an executor dies; 0 for never. Prints how many died.
     */
    public static void main(String[] arguments) {
        for (String run : arguments[0].split(";")) {
            String[] parts = run.split(" ");
            SparkConf configuration = new SparkConf()
                    .setMaster(parts[1])
                    .setAppName("skip-gram test")
                    .set("spark.ui.enabled", "false")
                    .set("spark.driver.host", "127.0.0.1")
                    .set("spark.driver.bindAddress", "127.0.0.1")
                    .set("spark.executor.extraClassPath", arguments[3]);
            Executioner executioner = new Executioner(Integer.parseInt(parts[2]));
            try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
                spark.sc().addSparkListener(executioner);
                TextTraining.run(
                        spark,
                        Path.of(arguments[1]),
                        Path.of(arguments[2], parts[0]),
                        TextTraining.plan(TextTraining.OPTIONS, Duration.ofMinutes(10), false));
            }
            System.out.println(parts[0] + "=" + executioner.deaths());
        }
    }
}
