package org.wordloom.cluster.spark;

import java.util.Comparator;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.Serializer;
import scala.Tuple2;
import scala.math.Ordering$;
import scala.reflect.ClassTag;

/**
 * Shuffles whose records are large, as rows of a model or packed counts are. A stream of Java's serialisation remembers
 * each object that it has written, or read, in case it comes again; Spark has it forget after 100 objects only, which in
 * a task with a stream for each partition may be more than the heap. Here it forgets after each: then a task holds the
 * record that it writes. Class names are written anew with each record, about 200 bytes.
 */
public final class LargeRecords {
    private LargeRecords() {}

    /** As {@link JavaPairRDD#partitionBy}. */
    public static <K, V> JavaPairRDD<K, V> partitionBy(JavaPairRDD<K, V> records, Partitioner partitioner) {
        return pairs(records, shuffled(records, partitioner));
    }

    /** As {@link JavaPairRDD#repartitionAndSortWithinPartitions(Partitioner)}. */
    public static <K extends Comparable<? super K>, V> JavaPairRDD<K, V> partitionAndSort(
            JavaPairRDD<K, V> records, Partitioner partitioner) {
        Comparator<K> natural = Comparator.naturalOrder();
        return pairs(
                records,
                shuffled(records, partitioner).setKeyOrdering(Ordering$.MODULE$.comparatorToOrdering(natural)));
    }

    private static <K, V> ShuffledRDD<K, V, V> shuffled(JavaPairRDD<K, V> records, Partitioner partitioner) {
        ClassTag<V> values = records.vClassTag();
        return new ShuffledRDD<>(records.rdd(), partitioner, records.kClassTag(), values, values)
                .setSerializer(serializer(records.context().conf()));
    }

    /** Whatever the cluster's own is: what forgets is a property of Java's. */
    static Serializer serializer(SparkConf cluster) {
        return new JavaSerializer(cluster.clone().set("spark.serializer.objectStreamReset", "1"));
    }

    @SuppressWarnings("unchecked") // Scala's pairs are Product2, and each is a Tuple2
    private static <K, V> JavaPairRDD<K, V> pairs(JavaPairRDD<K, V> records, ShuffledRDD<K, V, V> shuffled) {
        RDD<?> pairs = shuffled;
        return new JavaPairRDD<>((RDD<Tuple2<K, V>>) pairs, records.kClassTag(), records.vClassTag());
    }
}
