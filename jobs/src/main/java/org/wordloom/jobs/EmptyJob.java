package org.wordloom.jobs;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark application that does nothing: it starts, runs one task a core and stops. Its CPU time is what any job pays
 * before its own work, and its classes are what the launcher's class archive holds.
 */
public final class EmptyJob {
    private EmptyJob() {}

    public static void main(String[] arguments) {
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "empty"))) {
            spark.parallelize(List.of(1, 2, 3, 4)).map(x -> x + 1).count();
        }
    }
}
