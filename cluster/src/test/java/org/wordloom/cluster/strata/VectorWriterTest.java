package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.VectorFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.vocab.Vocabulary;

/** Models that are written in pieces are, byte by byte, those that are written in one place. */
@ExtendWith(LocalSpark.class)
class VectorWriterTest {
    private static final int WORDS = 103;
    private static final int DIM = 11;
    private static final int BLOCKS = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,INPUT", "10,SUM", "50,CONCAT", "102,AVERAGE", "103,OUTPUT"})
    void piecesMakeTheSameFiles(int pieceRows, VectorSelection vectors, JavaSparkContext spark) throws IOException {
        List<WrittenFile> whole = write(spark, vectors, 0);
        List<WrittenFile> pieces = write(spark, vectors, pieceRows);
        assertThat(pieces).hasSize(3);
        assertThat(described(pieces)).isEqualTo(described(whole));
    }

    private static List<String> described(List<WrittenFile> files) {
        return files.stream()
                .map(file -> file.name() + " " + file.length() + " " + file.crc32c())
                .toList();
    }

    private List<WrittenFile> write(JavaSparkContext spark, VectorSelection vectors, int pieceRows) {
        BlockPartition partition = BlockPartition.equalMass(counts(), BLOCKS, 3);
        BlockSource<int[]> rows = new Rows(partition);
        VectorWriter<int[]> writer = new VectorWriter<>(
                spark,
                vocabulary(),
                DIM,
                partition,
                VectorWriterTest::copy,
                vectors,
                List.of(VectorFormat.WORD2VEC_TEXT, VectorFormat.WORD2VEC_BINARY));
        StrataResult<int[]> result = new StrataResult<>(rows, new ArrayList<>(), List.of(), 1, 1, 1, 1, false, 0, 0);
        try (OutputFolder output = OutputFolder.create(
                new Storage(spark.hadoopConfiguration()),
                folder.resolve("out-" + pieceRows).toString(),
                true)) {
            return writer.write(result, BLOCKS, Map.of("a", "b"), output, pieceRows);
        }
    }

    /** A block is the numbers of its rows, the sign tells its side; a vector follows from them. */
    private record Rows(BlockPartition partition) implements BlockSource<int[]> {
        @Override
        public int[] block(Side side, int block) {
            int[] rows = new int[partition.size(block)];
            Arrays.setAll(rows, index -> (side == Side.ROWS ? 1 : -1) * (partition.row(block, index) + 1));
            return rows;
        }
    }

    private static void copy(int[] block, int index, float[] target, int at) {
        for (int column = 0; column < DIM; column++) {
            target[at + column] = block[index] + column / 16f;
        }
    }

    private static Vocabulary vocabulary() {
        String[] words = new String[WORDS];
        Arrays.setAll(words, id -> "word" + id);
        return Vocabulary.of(words, counts());
    }

    private static long[] counts() {
        long[] counts = new long[WORDS];
        Arrays.setAll(counts, id -> 1000 / (id + 1) + 1);
        return counts;
    }
}
