package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Every partition holds all that the parent's partitions hold, one after another. Those are read where they are cached:
 * they go from executor to executor, are not written to disk as a shuffle would, and a task holds one of them at a time.
 * What is cached nowhere any more is computed anew, as always.
 */
final class GatheredRdd<T> extends RDD<T> {
    private static final long serialVersionUID = 1L;

    private final RDD<T> parent;
    private final int copies;
    private final transient List<String> hosts;

    /**
     * @param copies how many partitions
     * @param hosts where tasks may run: all alike, since each needs all partitions of the parent
     */
    GatheredRdd(RDD<T> parent, int copies, List<String> hosts, ClassTag<T> tag) {
        super(parent.context(), dependencies(parent), tag);
        this.parent = parent;
        this.copies = copies;
        this.hosts = hosts;
    }

    private static <T> Seq<Dependency<?>> dependencies(RDD<T> parent) {
        Dependency<?> all = new AllPartitions<>(parent);
        return CollectionConverters.asScala(List.<Dependency<?>>of(all)).toSeq();
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] partitions = new Partition[copies];
        for (int index = 0; index < copies; index++) {
            partitions[index] = new Copy(index, parent.partitions());
        }
        return partitions;
    }

    @Override
    public Seq<String> getPreferredLocations(Partition split) {
        return CollectionConverters.asScala(hosts).toSeq();
    }

    @Override
    public Iterator<T> compute(Partition split, TaskContext context) {
        return CollectionConverters.asScala(new Chain((Copy) split, context));
    }

    /** Reads the parent's partitions one after another, beginning with another one in each copy. */
    private final class Chain implements java.util.Iterator<T> {
        private final Partition[] partitions;
        private final int start;
        private final TaskContext context;
        private Iterator<T> current;
        private int opened;

        Chain(Copy copy, TaskContext context) {
            this.partitions = copy.parents;
            this.start = (int) ((long) copy.index * partitions.length / copies);
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            while ((current == null || !current.hasNext()) && opened < partitions.length) {
                // Copies that all began with the first one would all ask the same executor at the same time.
                current = parent.iterator(partitions[(start + opened++) % partitions.length], context);
            }
            return current != null && current.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return current.next();
        }
    }

    /** A partition that knows all of the parent's. */
    private static final class Copy implements Partition {
        private static final long serialVersionUID = 1L;

        private final int index;
        private final Partition[] parents;

        Copy(int index, Partition[] parents) {
            this.index = index;
            this.parents = parents;
        }

        @Override
        public int index() {
            return index;
        }
    }

    /** Every partition depends on all of the parent's. */
    private static final class AllPartitions<T> extends NarrowDependency<T> {
        private static final long serialVersionUID = 1L;

        private final int parents;

        AllPartitions(RDD<T> parent) {
            super(parent);
            this.parents = parent.getNumPartitions();
        }

        @Override
        public Seq<Object> getParents(int partition) {
            List<Object> all = new ArrayList<>();
            for (int index = 0; index < parents; index++) {
                all.add(index);
            }
            return CollectionConverters.asScala(all).toSeq();
        }
    }
}
