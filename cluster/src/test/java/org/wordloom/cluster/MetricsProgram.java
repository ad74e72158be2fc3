package org.wordloom.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.cluster.spark.SparkRun;

/** A driver with a web page, which prints what the Prometheus servlet shows while a stage runs. */
final class MetricsProgram {
    private static final String SINK = "spark.metrics.conf.*.sink.prometheusServlet.";

    private MetricsProgram() {}

    /** Argument: a master, and the class path, which is not needed here. */
    public static void main(String[] arguments) {
        SparkConf configuration = WordloomPlugin.configure(new SparkConf()
                .setMaster(arguments[0])
                .setAppName("metrics test")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "true")
                .set("spark.ui.port", "0")
                .set("spark.metrics.namespace", "wordloom")
                .set(SINK + "class", "org.apache.spark.metrics.sink.PrometheusServlet")
                .set(SINK + "path", "/metrics/prometheus"));
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            String page = spark.sc().uiWebUrl().get() + "/metrics/prometheus/";
            SparkRun.stage("work", 1000, "words", key -> {
                ProgressBoard.instance().measured(RunFigure.BYTES_MOVED, 12345);
                spark.parallelize(List.of(400, 500), 2).foreach(words -> {
                    ExecutorProgress.instance().counter(key).add(words);
                    Thread.sleep(1500);
                });
                return scrape(page);
            });
        }
    }

    private static int scrape(String page) throws IOException, InterruptedException {
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        List<String> lines = body.lines()
                .filter(line -> line.contains("WordloomPlugin") && line.contains("type=\"gauges\"}"))
                .toList();
        for (String line : lines) {
            String name = line.replaceAll(".*WordloomPlugin_(.*)_Value\\{.*", "$1")
                    .replaceAll("[^a-zA-Z]", "")
                    .toLowerCase(Locale.ROOT);
            System.out.println(name + "=" + line.replaceAll(".* ", ""));
        }
        return lines.size();
    }
}
