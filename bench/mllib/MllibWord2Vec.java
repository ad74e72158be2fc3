import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.feature.Word2Vec;
import org.apache.spark.mllib.feature.Word2VecModel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Spark MLlib's Word2Vec on a text file, a sentence a line, words separated by spaces; writes word2vec's text format.
 * Arguments: text, output, dimension, window, minimal count, iterations, partitions, threads, initial rate.
 */
final class MllibWord2Vec {
    private MllibWord2Vec() {}

    public static void main(String[] arguments) throws IOException {
        SparkConf configuration = new SparkConf()
                .setMaster("local[" + arguments[7] + "]")
                .setAppName("MLlib Word2Vec")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
        Word2Vec trainer = new Word2Vec()
                .setVectorSize(Integer.parseInt(arguments[2]))
                .setWindowSize(Integer.parseInt(arguments[3]))
                .setMinCount(Integer.parseInt(arguments[4]))
                .setNumIterations(Integer.parseInt(arguments[5]))
                .setNumPartitions(Integer.parseInt(arguments[6]))
                .setLearningRate(Double.parseDouble(arguments[8]))
                .setSeed(1);
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            Word2VecModel model = trainer.fit(spark.textFile(arguments[0], Integer.parseInt(arguments[6]))
                    .map(line -> (List<String>) new ArrayList<>(Arrays.asList(line.trim().split(" +")))));
            write(CollectionConverters.asJava(model.getVectors()), Path.of(arguments[1]));
        }
    }

    private static void write(Map<String, float[]> vectors, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            int dimension = vectors.values().iterator().next().length;
            out.write(vectors.size() + " " + dimension + "\n");
            for (Map.Entry<String, float[]> word : vectors.entrySet()) {
                out.write(word.getKey());
                for (float value : word.getValue()) {
                    out.write(" " + value);
                }
                out.write("\n");
            }
        }
    }
}
