package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class KernelNamesTest {
    @Test
    void tasksAndTheDriverAddNames(JavaSparkContext spark) {
        KernelNames names = KernelNames.of(spark);
        assertThat(names.value()).isEmpty();
        names.add("simd");
        spark.parallelize(List.of(1, 2, 3, 4), 4).foreach(i -> names.add(i == 3 ? "scalar" : "simd"));
        assertThat(names.value()).containsExactly("scalar", "simd");
    }
}
