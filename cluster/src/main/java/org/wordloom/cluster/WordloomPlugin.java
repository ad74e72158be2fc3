package org.wordloom.cluster;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.serializer.JavaSerializer;
import org.wordloom.base.Progress;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.cluster.progress.SourceGauges;

/**
 * Live progress, the same on one machine and on a cluster: executors report to the driver, which tells listeners and
 * shows the figures as Spark metrics (source {@code plugin.org.wordloom.cluster.WordloomPlugin}: {@code percent},
 * {@code unitsPerSecond}, {@code done}, {@code rate}, {@code loss}, those of {@link RunFigure}, and by executor those of
 * {@link SourceGauges}). All are the driver's, since executors have no page to scrape. Switched on by {@link #configure}.
 */
public final class WordloomPlugin implements SparkPlugin {
    private static final String PLUGINS = "spark.plugins";
    /** Many clusters' defaults name Kryo. It cannot carry records, and by default no array above 64 MB. */
    private static final String SERIALIZER = "spark.serializer";

    /**
     * Adds the plugin to a configuration, beside those that it already names, and has Spark use Java's serialisation, whatever
     * the configuration says.
     */
    public static SparkConf configure(SparkConf configuration) {
        configuration.set(SERIALIZER, JavaSerializer.class.getName());
        String plugins = configuration.get(PLUGINS, "");
        String name = WordloomPlugin.class.getName();
        if (plugins.contains(name)) {
            return configuration;
        }
        return configuration.set(PLUGINS, plugins.isEmpty() ? name : plugins + "," + name);
    }

    /** From now on {@code listener} hears of every stage, on a thread of Spark's, until the returned handle is closed. */
    public static AutoCloseable listen(Progress.Listener listener) {
        ProgressBoard.instance().add(listener);
        return () -> ProgressBoard.instance().remove(listener);
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new Driver();
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Executor();
    }

    private static final class Driver implements DriverPlugin {
        private volatile SourceGauges sources;

        @Override
        public Map<String, String> init(SparkContext context, PluginContext plugin) {
            return Map.of();
        }

        @Override
        public void registerMetrics(String applicationId, PluginContext plugin) {
            MetricRegistry registry = plugin.metricRegistry();
            ProgressBoard board = ProgressBoard.instance();
            registry.register("percent", (Gauge<Double>) () -> percent(board.latest()));
            registry.register(
                    "unitsPerSecond", (Gauge<Double>) () -> board.latest().unitsPerSecond());
            registry.register("done", (Gauge<Long>) () -> board.latest().done());
            registry.register("rate", (Gauge<Double>) () -> board.latest().rate());
            registry.register("loss", (Gauge<Double>) () -> board.latest().loss());
            for (RunFigure figure : RunFigure.values()) {
                registry.register(figure.title(), (Gauge<Double>) () -> board.figure(figure));
            }
            sources = new SourceGauges(registry);
        }

        @Override
        public Object receive(Object message) {
            ProgressMessage progress = (ProgressMessage) message;
            ProgressBoard.instance().report(progress);
            if (sources != null) {
                sources.update(progress);
            }
            return null;
        }

        private static double percent(Progress progress) {
            return progress.total() > 0 ? 100.0 * progress.done() / progress.total() : 0;
        }
    }

    private static final class Executor implements ExecutorPlugin {
        @Override
        public void init(PluginContext context, Map<String, String> extra) {
            ExecutorProgress.instance().start(context);
        }

        @Override
        public void shutdown() {
            ExecutorProgress.instance().stop();
        }
    }
}
