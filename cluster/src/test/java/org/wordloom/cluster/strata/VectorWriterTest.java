package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

@ExtendWith(LocalSpark.class)
class VectorWriterTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,1,3,INPUT", "50,1,4,SUM", "700,7,100,CONCAT", "700,64,100,AVERAGE", "5,9,2,OUTPUT"})
    void rowsComeInTheOrderOfTheWordsFromHereAndFromFiles(
            int words, int blocks, int dim, VectorSelection selection, JavaSparkContext spark) throws IOException {
        long[] masses = new long[words];
        String[] names = new String[words];
        for (int word = 0; word < words; word++) {
            masses[word] = 1000 / (word + 1);
            names[word] = "w" + word;
        }
        BlockPartition partition = BlockPartition.equalMass(masses, blocks, 3);
        Vocabulary vocabulary = Vocabulary.of(names, masses);
        VectorWriter<float[][]> writer = writer(spark, vocabulary, partition, dim, selection);
        write(writer, true, "here", partition, dim);
        write(writer, false, "files", partition, dim);
        for (String file : List.of("model.wordloom", "vectors.txt")) {
            assertThat(folder.resolve("files").resolve(file)).hasSameBinaryContentAs(folder.resolve("here/" + file));
        }
        assertExpected(vocabulary, dim, selection);
    }

    /** Only the output vectors of a word have it, which are in no vector file. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheLastTilesMadeNotANumberIsADivergenceAndNoModel(boolean inMemory, JavaSparkContext spark) {
        BlockPartition partition = BlockPartition.equalMass(new long[] {3, 2, 1}, 2, 3);
        Vocabulary vocabulary = Vocabulary.of(new String[] {"a", "b", "c"}, new long[] {3, 2, 1});
        VectorWriter<float[][]> writer = writer(spark, vocabulary, partition, 4, VectorSelection.INPUT);
        BlockSource<float[][]> blocks = (side, block) -> {
            float[][] rows = new MadeBlocks(partition, 4).block(side, block);
            if (side == Side.OUTPUT && block == partition.blockOf(2)) {
                rows[partition.indexInBlock(2)][1] = Float.NaN;
            }
            return rows;
        };
        assertThatThrownBy(() -> write(writer, inMemory, "out", blocks))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRAINING))
                .hasMessage(
                        "training diverged: the output vector of 'c' is NaN or infinite at the end of the last cycle;"
                                + " use a lower --rate than 0.05");
        assertThat(folder).isEmptyDirectory();
    }

    private static VectorWriter<float[][]> writer(
            JavaSparkContext spark,
            Vocabulary vocabulary,
            BlockPartition partition,
            int dim,
            VectorSelection selection) {
        return new VectorWriter<>(
                spark,
                vocabulary,
                dim,
                partition,
                (block, index, row) -> System.arraycopy(block[index], 0, row, 0, block[index].length),
                0.05,
                selection,
                List.of(VectorFormat.WORD2VEC_TEXT));
    }

    private void write(
            VectorWriter<float[][]> writer, boolean inMemory, String name, BlockPartition partition, int dim) {
        write(writer, inMemory, name, new MadeBlocks(partition, dim));
    }

    private void write(VectorWriter<float[][]> writer, boolean inMemory, String name, BlockSource<float[][]> blocks) {
        StrataResult<float[][]> result =
                new StrataResult<>(blocks, List.of(LossSum.NONE), List.of(), 1, 0, 0, 1, inMemory, 0, 0);
        try (OutputFolder output =
                OutputFolder.create(Storage.local(), folder.resolve(name).toString(), false)) {
            writer.write(result, Map.of("a", "b"), output);
            output.commit();
        }
    }

    private void assertExpected(Vocabulary vocabulary, int dim, VectorSelection selection) throws IOException {
        WordModel expected = new WordModel(
                vocabulary, matrix(Side.INPUT, vocabulary, dim), matrix(Side.OUTPUT, vocabulary, dim), Map.of());
        Path model = folder.resolve("here/model.wordloom");
        Path text = folder.resolve("here/vectors.txt");
        WordModel written = WordModelFormat.read(Files.newInputStream(model), "model", Files.size(model));
        WordVectors vectors = Word2VecTextFormat.read(Files.newInputStream(text), "text", Files.size(text));
        for (int word = 0; word < vocabulary.size(); word++) {
            assertThat(written.input().row(word)).isEqualTo(expected.input().row(word));
            assertThat(written.output().row(word)).isEqualTo(expected.output().row(word));
            assertThat(vectors.matrix().row(word))
                    .isEqualTo(selection.select(expected).matrix().row(word));
        }
    }

    private static RowMatrix matrix(Side side, Vocabulary vocabulary, int dim) {
        RowMatrix matrix = new RowMatrix(vocabulary.size(), dim);
        for (int word = 0; word < vocabulary.size(); word++) {
            matrix.setRow(word, vector(side, word, dim), 0);
        }
        return matrix;
    }

    private static float[] vector(Side side, int word, int dim) {
        float[] vector = new float[dim];
        for (int column = 0; column < dim; column++) {
            vector[column] = CounterRandom.unitFloat(CounterRandom.at(side.ordinal(), (long) word * dim + column));
        }
        return vector;
    }

    /** Blocks whose vectors tell their words. */
    private record MadeBlocks(BlockPartition partition, int dim) implements BlockSource<float[][]> {
        @Override
        public float[][] block(Side side, int block) {
            float[][] rows = new float[partition.size(block)][];
            for (int index = 0; index < rows.length; index++) {
                rows[index] = vector(side, partition.row(block, index), dim);
            }
            return rows;
        }
    }
}
