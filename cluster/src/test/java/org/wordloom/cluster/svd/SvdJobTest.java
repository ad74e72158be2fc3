package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.SingularValueDecomposition;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.format.WordModelFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.train.KernelChoice;

@ExtendWith(LocalSpark.class)
class SvdJobTest {
    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    /** MLlib decomposes the same matrix exactly, on the driver. */
    @Test
    void agreesWithMllib(JavaSparkContext spark) throws IOException {
        SplittableRandom random = Seeds.random(SvdJobTest.class);
        DenseCounts counts = DenseCounts.random(random, 60);
        // A random matrix has no gap in its spectrum, so that its last vectors take many iterations.
        SvdOptions options = new SvdOptions(8, 1, 0.75, 0.5, 12, 30, 1, 0, KernelChoice.AUTO);
        Output output = run(spark, counts, options, 4);
        double[][] pmi = counts.positivePmi(options.shift(), options.contextSmoothing());
        SingularValueDecomposition<RowMatrix, Matrix> reference = mllib(spark, pmi, 8);
        for (int j = 0; j < 8; j++) {
            assertThat(output.summary.singularValues().get(j))
                    .isCloseTo(reference.s().apply(j), within(1e-3));
        }
        assertThat(output.summary.entries())
                .isEqualTo(Arrays.stream(pmi)
                        .flatMapToDouble(Arrays::stream)
                        .filter(value -> value > 0)
                        .count());
        assertSameSubspace(output.model, reference);
    }

    private static SingularValueDecomposition<RowMatrix, Matrix> mllib(JavaSparkContext spark, double[][] a, int k) {
        List<Vector> rows = new ArrayList<>();
        for (double[] row : a) {
            rows.add(Vectors.dense(row));
        }
        return new RowMatrix(spark.parallelize(rows, 1).rdd()).computeSVD(k, true, 1e-9);
    }

    /** W = U·√Σ and C = V·√Σ, so W·Cᵀ = U·Σ·Vᵀ whatever the signs: the best approximation of its rank. */
    private static void assertSameSubspace(WordModel model, SingularValueDecomposition<RowMatrix, Matrix> reference) {
        List<Vector> left = reference.U().rows().toJavaRDD().collect();
        Matrix right = reference.V();
        for (int row = 0; row < left.size(); row++) {
            for (int column = 0; column < left.size(); column++) {
                double expected = 0;
                double found = 0;
                for (int j = 0; j < model.input().columns(); j++) {
                    expected += left.get(row).apply(j) * reference.s().apply(j) * right.apply(column, j);
                    found += model.input().get(row, j) * model.output().get(column, j);
                }
                assertThat(found).isCloseTo(expected, within(5e-3));
            }
        }
    }

    @Test
    void weightsTheSingularVectors(JavaSparkContext spark) throws IOException {
        DenseCounts counts = DenseCounts.random(new SplittableRandom(5), 40);
        Output plain = run(spark, counts, options(6, 1, 1, 0), 3);
        Output weighted = run(spark, counts, options(6, 1, 1, 1), 3);
        List<Double> values = plain.summary.singularValues();
        for (int row = 0; row < 40; row++) {
            for (int j = 0; j < 6; j++) {
                float scaled = (float) (plain.model.input().get(row, j) * values.get(j));
                assertThat(weighted.model.input().get(row, j)).isCloseTo(scaled, within(1e-5f));
            }
        }
        double length = 0;
        for (int row = 0; row < 40; row++) {
            length += plain.model.output().get(row, 2) * plain.model.output().get(row, 2);
        }
        assertThat(length).isCloseTo(1, within(1e-5));
    }

    @Test
    void givesTheSameBitsOverFilesAndWithEveryKernel(JavaSparkContext spark) throws IOException {
        DenseCounts counts = DenseCounts.random(new SplittableRandom(6), 70);
        Output first = run(spark, counts, options(10, 0.75, 1, 0.5), 5);
        SvdOptions scalar = new SvdOptions(10, 1, 0.75, 0.5, 5, 3, 1, 0, KernelChoice.SCALAR);
        Output other = run(spark, counts, scalar, 5);
        assertThat(other.summary.kernel()).isEqualTo("scalar");
        assertSameBits(first.model, other.model);
    }

    @Test
    void aMatrixOfLowRankGivesZeros(JavaSparkContext spark) throws IOException {
        float[][] counts = new float[12][12];
        for (int word = 0; word < 12; word++) {
            for (int other = 0; other < 12; other++) {
                counts[word][other] = word % 3 == other % 3 ? 7 : 0;
            }
        }
        Output output = run(spark, new DenseCounts(counts), options(6, 1, 1, 0.5), 2);
        assertThat(output.summary.singularValues()).hasSize(3);
        // Three blocks of four by four times log 3.
        assertThat(output.summary.singularValues().get(2)).isCloseTo(4 * Math.log(3), within(1e-4));
        for (int row = 0; row < 12; row++) {
            assertThat(output.model.input().row(row)).hasSize(6).endsWith(0f, 0f, 0f);
            assertThat(output.model.output().row(row)).endsWith(0f, 0f, 0f);
        }
    }

    @Test
    void refusesWhatCannotBeDecomposed(JavaSparkContext spark) {
        DenseCounts counts = DenseCounts.random(new SplittableRandom(7), 9);
        assertThatThrownBy(() -> run(spark, counts, options(10, 1, 1, 0.5), 2))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("--dim is 10")
                .hasMessageContaining("9 words");
        assertThatThrownBy(() -> run(spark, counts, options(3, 1, 1e6, 0.5), 2))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("--shift");
    }

    private static SvdOptions options(int dim, double smoothing, double shift, double weighting) {
        return new SvdOptions(dim, shift, smoothing, weighting, 5, 3, 1, 0, KernelChoice.AUTO);
    }

    private record Output(SvdSummary summary, WordModel model) {}

    private Output run(JavaSparkContext spark, DenseCounts counts, SvdOptions options, int blocks) throws IOException {
        String path = folder.resolve("out").toString();
        SvdPlan plan = new SvdPlan(
                options, VectorSelection.AVERAGE, List.of(VectorFormat.WORD2VEC_TEXT), Map.of("command", "test"));
        SvdSummary summary;
        try (OutputFolder output = OutputFolder.create(storage, path, true)) {
            summary = new SvdJob(spark).run(counts.source(blocks), plan, output);
            output.commit();
        }
        ModelFolder made = ModelFolder.open(storage, path);
        assertThat(made.files()).containsExactlyInAnyOrder("model.wordloom", "vectors.txt");
        String file = made.path(ModelWriter.MODEL_FILE);
        try (InputStream in = storage.open(file)) {
            WordModel model = WordModelFormat.read(in, file, storage.size(file));
            assertThat(model.provenance()).containsEntry("command", "test").containsKey("kernel");
            return new Output(summary, model);
        }
    }

    private static void assertSameBits(WordModel a, WordModel b) {
        for (int row = 0; row < a.input().rows(); row++) {
            assertThat(a.input().row(row)).containsExactly(b.input().row(row));
            assertThat(a.output().row(row)).containsExactly(b.output().row(row));
        }
    }
}
