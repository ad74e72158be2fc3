package org.wordloom.cluster;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.AccumulatorV2;

/** The names of the kernels that ran, wherever they ran: executors need not all have the same hardware. */
public final class KernelNames extends AccumulatorV2<String, Set<String>> {
    private static final long serialVersionUID = 1L;

    /** Synchronized, since the visits of a task share it with Spark's own threads. */
    private final Set<String> names = Collections.synchronizedSet(new TreeSet<>());

    private KernelNames() {}

    /** An empty set that tasks of this application add to. */
    public static KernelNames of(JavaSparkContext spark) {
        KernelNames names = new KernelNames();
        spark.sc().register(names);
        return names;
    }

    @Override
    public boolean isZero() {
        return names.isEmpty();
    }

    @Override
    public KernelNames copy() {
        KernelNames copy = new KernelNames();
        copy.merge(this);
        return copy;
    }

    @Override
    public void reset() {
        names.clear();
    }

    /** To be called in every task: a task tells only of what it added itself. */
    @Override
    public void add(String name) {
        names.add(name);
    }

    @Override
    public void merge(AccumulatorV2<String, Set<String>> other) {
        names.addAll(other.value());
    }

    /** The names so far, sorted. */
    @Override
    public Set<String> value() {
        synchronized (names) {
            return new TreeSet<>(names);
        }
    }
}
