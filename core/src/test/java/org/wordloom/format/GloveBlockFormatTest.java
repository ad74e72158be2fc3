package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.train.glove.GloveBlock;

class GloveBlockFormatTest {
    private static final String NAME = "some.block";
    private static final int HEADER_BYTES = 32;

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 8", "5, 13", "300, 100"})
    void everythingComesBack(int rows, int dim) throws IOException {
        for (Side side : Side.values()) {
            GloveBlock block = block(side, rows, dim);
            byte[] file = write(block);
            assertThat(file.length).isEqualTo((int) GloveBlockFormat.fileBytes(rows, dim));
            for (long length : new long[] {file.length, -1}) {
                GloveBlock read = GloveBlockFormat.read(new ByteArrayInputStream(file), NAME, length);
                assertThat(read.side()).isEqualTo(side);
                assertThat(read.block()).isEqualTo(3);
                assertThat(read.dim()).isEqualTo(dim);
                assertThat(read.parameters().lines())
                        .isEqualTo(block.parameters().lines());
                assertThat(read.parameters().biases())
                        .isEqualTo(block.parameters().biases());
            }
        }
    }

    @Test
    void everyTruncationAndEveryExtensionIsNoticed() throws IOException {
        byte[] file = write(block(Side.INPUT, 2, 5));
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            expectDamage(cut, length);
            expectDamage(cut, file.length);
            expectDamage(cut, -1);
        }
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        expectDamage(longer, longer.length);
        expectDamage(longer, -1);
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        byte[] file = write(block(Side.OUTPUT, 2, 5));
        for (int at = 0; at < file.length; at++) {
            file[at] ^= 0x41;
            expectDamage(file, file.length);
            file[at] ^= 0x41;
        }
    }

    /** Headers with a right checksum that claim what cannot be: refused before anything is allocated. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, 2, 5",
        "-1, 0, 2, 5",
        "0, -1, 2, 5",
        "0, 0, -2, 5",
        "0, 0, 2, 0",
        "0, 0, 2, 100000000",
        "0, 0, 2147483647, 5",
        "0, 0, 100000000, 1",
        "0, 0, 1000000, 300"
    })
    void impossibleHeadersAreRefused(int side, int block, int rows, int dim) throws IOException {
        byte[] file = write(block(Side.INPUT, 2, 5));
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(12, side).putInt(16, block).putInt(20, rows).putInt(24, dim);
        CRC32C checksum = new CRC32C();
        checksum.update(file, 0, HEADER_BYTES - Integer.BYTES);
        header.putInt(HEADER_BYTES - Integer.BYTES, FormatChecksum.of(checksum));
        expectDamage(file, file.length);
    }

    private static void expectDamage(byte[] file, long length) {
        assertThatThrownBy(() -> GloveBlockFormat.read(new ByteArrayInputStream(file), NAME, length))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining(NAME);
    }

    private static GloveBlock block(Side side, int rows, int dim) {
        AdaGradRows cells = new AdaGradRows(rows, dim);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < dim; column++) {
                cells.setWeight(row, column, row - column * 0.37f);
                cells.setSum(row, column, 1f + row * column);
            }
            cells.setBias(row, -row);
            cells.setBiasSum(row, 2f + row);
        }
        return new GloveBlock(side, 3, cells);
    }

    private static byte[] write(GloveBlock block) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GloveBlockFormat.write(block, out);
        return out.toByteArray();
    }
}
