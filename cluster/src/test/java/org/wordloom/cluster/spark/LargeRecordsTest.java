package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.DeserializationStream;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.SerializationStream;
import org.apache.spark.serializer.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.cluster.LocalSpark;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

@ExtendWith(LocalSpark.class)
class LargeRecordsTest {
    private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);
    private static final int RECORDS = 20;
    private static final int RECORD_BYTES = 1000;

    @Test
    void aStreamHoldsNoRecordButTheLast() throws Exception {
        Serializer forgetting = LargeRecords.serializer(new SparkConf(false));
        assertThat(keptWriting(forgetting)).isLessThanOrEqualTo(1);
        assertThat(keptReading(forgetting)).isLessThanOrEqualTo(1); // the mark that ends it is read with the next
    }

    /** Else the test above would prove nothing. */
    @Test
    void sparksOwnHoldsThem() throws Exception {
        Serializer own = new JavaSerializer(new SparkConf(false));
        assertThat(keptWriting(own)).isEqualTo(RECORDS);
        assertThat(keptReading(own)).isEqualTo(RECORDS);
    }

    @Test
    void recordsGoWhereSparksGoAndAreSortedThere(JavaSparkContext spark) {
        List<Tuple2<Long, String>> records = IntStream.range(0, 100)
                .mapToObj(number -> new Tuple2<>((number * 37L) % 50 - 25, "record " + number))
                .toList();
        JavaPairRDD<Long, String> pairs = spark.parallelizePairs(records, 4);
        HashPartitioner three = new HashPartitioner(3);
        JavaPairRDD<Long, String> spread = LargeRecords.partitionBy(pairs, three);
        assertThat(spread.partitioner().get()).isEqualTo(three);
        List<List<Tuple2<Long, String>>> found = spread.glom().collect();
        List<List<Tuple2<Long, String>>> expected =
                pairs.partitionBy(three).glom().collect();
        for (int partition = 0; partition < 3; partition++) {
            assertThat(found.get(partition)).containsExactlyInAnyOrderElementsOf(expected.get(partition));
        }
        for (List<Tuple2<Long, String>> sorted :
                LargeRecords.partitionAndSort(pairs, three).glom().collect()) {
            assertThat(sorted).isNotEmpty().extracting(Tuple2::_1).isSorted();
        }
    }

    private static int keptWriting(Serializer serializer) throws Exception {
        List<WeakReference<byte[]>> written = new ArrayList<>();
        try (SerializationStream stream = serializer.newInstance().serializeStream(new ByteArrayOutputStream())) {
            for (int record = 0; record < RECORDS; record++) {
                byte[] bytes = new byte[RECORD_BYTES];
                stream.writeValue(bytes, BYTES);
                written.add(new WeakReference<>(bytes));
            }
            return kept(written);
        }
    }

    private static int keptReading(Serializer serializer) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SerializationStream stream = serializer.newInstance().serializeStream(file)) {
            for (int record = 0; record < RECORDS; record++) {
                stream.writeValue(new byte[RECORD_BYTES], BYTES);
            }
        }
        List<WeakReference<byte[]>> read = new ArrayList<>();
        try (DeserializationStream stream =
                serializer.newInstance().deserializeStream(new ByteArrayInputStream(file.toByteArray()))) {
            for (int record = 0; record < RECORDS; record++) {
                byte[] bytes = stream.readValue(BYTES);
                read.add(new WeakReference<>(bytes));
            }
            return kept(read);
        }
    }

    /** How many are reachable after a collection. */
    private static int kept(List<WeakReference<byte[]>> references) {
        System.gc();
        return (int)
                references.stream().filter(reference -> reference.get() != null).count();
    }
}
