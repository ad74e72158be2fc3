package org.wordloom.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.blocks.Side;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CellsIndex;
import org.wordloom.cooccurrence.PairSums;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.train.glove.GloveBlock;
import org.wordloom.vocab.Vocabulary;

/**
 * What is written has the bytes of docs/FORMATS.md, put together here from its words alone. A reader and a writer that
 * change together pass every other test, and read no file of the version before.
 */
class DocumentedBytesTest {
    private static final float[] PADDING_WEIGHTS = new float[5];
    private static final float[] PADDING_SUMS = {1, 1, 1, 1, 1};

    /** Writes a file. */
    @FunctionalInterface
    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    @Test
    void model() throws IOException {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"a", "é"}, new long[] {1L << 40, 2});
        WordModel model =
                new WordModel(vocabulary, matrix(2, 3), matrix(1, 2), Map.of("seed", "1", "command", "train skipgram"));
        DocumentedBytes provenance = new DocumentedBytes()
                .ints(2)
                .ints(7, 14)
                .text("commandtrain skipgram")
                .ints(4, 1)
                .text("seed1");
        DocumentedBytes words =
                new DocumentedBytes().longs(1L << 40, 2).ints(1, 2).text("aé");
        DocumentedBytes input = new DocumentedBytes().floats(1, 2, 3, 4, 5, 6);
        DocumentedBytes output = new DocumentedBytes().floats(1, 2);
        int sections = provenance.size() + words.size() + input.size() + output.size();
        byte[] expected = new DocumentedBytes()
                .text("WORDLOOM")
                .ints(1, 2, 3, 1, 2)
                .longs(40 + 4 * 16 + sections)
                .checksumFrom(0)
                .section(1, provenance)
                .section(2, words)
                .section(3, input)
                .section(4, output)
                .toBytes();
        assertThat(written(out -> WordModelFormat.write(model, out))).containsExactly(expected);
    }

    @Test
    void indexOfCells() throws IOException {
        CellsIndex index = new CellsIndex(new BucketNumbers(2, true));
        index.set(0, 0, 100, 7);
        index.set(1, 0, 0, 0);
        index.set(2, 1L << 33, 200, 1L << 34);
        byte[] expected = new DocumentedBytes()
                .text("WLCI")
                .ints(1, 2, 1)
                .longs(0, 100, 7)
                .longs(0, 0, 0)
                .longs(1L << 33, 200, 1L << 34)
                .checksumFrom(0)
                .toBytes();
        assertThat(written(out -> CellsIndexFormat.write(index, out))).containsExactly(expected);
    }

    @Test
    void sumsOfPairs() throws IOException {
        PairSums sums = new PairSums(2520, new long[] {1L << 35, 2}, new long[] {3, 1L << 36});
        byte[] expected = new DocumentedBytes()
                .text("WLCS")
                .ints(1, 2)
                .longs(2520)
                .ints(0xCAFE)
                .longs(1L << 35, 2, 3, 1L << 36)
                .checksumFrom(0)
                .toBytes();
        assertThat(written(out -> PairSumsFormat.write(sums, 0xCAFE, out))).containsExactly(expected);
    }

    @Test
    void blockOfGloveRows() throws IOException {
        AdaGradRows rows = new AdaGradRows(1, 11);
        for (int column = 0; column < 11; column++) {
            rows.setWeight(0, column, column + 0.5f);
            rows.setSum(0, column, column + 100);
        }
        rows.biases()[0] = -2;
        rows.biases()[1] = 7;
        GloveBlock block = new GloveBlock(Side.OUTPUT, 5, rows);
        byte[] expected = new DocumentedBytes()
                .text("WLGLVBLK")
                .ints(1, 1, 5, 1, 11)
                .checksumFrom(0)
                .floats(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f)
                .floats(100, 101, 102, 103, 104, 105, 106, 107)
                .floats(8.5f, 9.5f, 10.5f)
                .floats(PADDING_WEIGHTS)
                .floats(108, 109, 110)
                .floats(PADDING_SUMS)
                .floats(-2, 7)
                .checksumFrom(32)
                .toBytes();
        assertThat(written(out -> GloveBlockFormat.write(block, out))).containsExactly(expected);
    }

    @Test
    void blockOfRows() throws IOException {
        byte[] expected = new DocumentedBytes()
                .text("WLROWBLK")
                .ints(1, 1, 5, 2, 3)
                .checksumFrom(0)
                .floats(1, 2, 3, 4, 5, 6)
                .checksumFrom(32)
                .toBytes();
        assertThat(written(out -> RowBlockFormat.write(matrix(2, 3), 1, 5, out)))
                .containsExactly(expected);
    }

    @Test
    void vocabulary() throws IOException {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"the", "é"}, new long[] {1L << 40, 2});
        assertThat(written(out -> VocabularyTsv.write(vocabulary, out)))
                .containsExactly("the\t1099511627776\né\t2\n".getBytes(UTF_8));
    }

    @Test
    void vectorsAsText() throws IOException {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"the", "é"}, new long[] {2, 1});
        assertThat(written(out -> Word2VecTextFormat.write(new WordVectors(vocabulary, matrix(2, 3)), out)))
                .containsExactly("2 3\nthe 1 2 3\né 4 5 6\n".getBytes(UTF_8));
    }

    /** 1, 2, 3 and so on, row by row. */
    private static RowMatrix matrix(int rows, int columns) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, row * columns + column + 1);
            }
        }
        return matrix;
    }

    private static byte[] written(Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out);
        return out.toByteArray();
    }
}
