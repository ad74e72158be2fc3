package org.wordloom.cluster.progress;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * What each source of progress, an executor or a replica, reported last, as gauges {@code source.NAME.done},
 * {@code .unitsPerSecond}, {@code .rate} and {@code .loss}. They appear with a source's first message.
 */
public final class SourceGauges {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final MetricRegistry registry;
    private final Map<String, State> latest = new ConcurrentHashMap<>();

    public SourceGauges(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Takes a message of a source. */
    public void update(ProgressMessage message) {
        long now = System.nanoTime();
        State before = latest.put(message.source(), State.after(latest.get(message.source()), message, now));
        if (before == null) {
            register(message.source());
        }
    }

    private void register(String source) {
        gauge(source, "done", state -> state.message.done());
        gauge(source, "unitsPerSecond", state -> state.perSecond);
        gauge(source, "rate", state -> state.message.rate());
        gauge(source, "loss", state -> state.message.loss());
    }

    private void gauge(String source, String name, ToDoubleFunction<State> value) {
        Gauge<Double> gauge = () -> value.applyAsDouble(latest.get(source));
        registry.register("source." + source + "." + name, gauge);
    }

    /** The last message of a source, and how fast it has been since the one before. */
    private record State(ProgressMessage message, long nanos, double perSecond) {
        static State after(State before, ProgressMessage message, long now) {
            boolean continues = before != null
                    && before.message.key().equals(message.key())
                    && message.done() >= before.message.done()
                    && now > before.nanos;
            double perSecond = continues
                    ? (message.done() - before.message.done()) / ((now - before.nanos) * SECONDS_PER_NANO)
                    : 0;
            return new State(message, now, perSecond);
        }
    }
}
