package org.wordloom.search;

import org.wordloom.matrix.RowMatrix;

/**
 * The first rows of a matrix, each scaled to length 1 and packed for {@link DotBlock}. A zero row stays zero: its
 * similarity to everything is 0. Rows that fill up the last panel are zero.
 */
final class PackedRows {
    private final int rows;
    private final int columns;
    private final float[][] blocks;

    PackedRows(RowMatrix matrix, int rows) {
        this.rows = rows;
        this.columns = matrix.columns();
        this.blocks = new float[(int) (((long) rows + DotBlock.ROWS - 1) / DotBlock.ROWS)][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new float[panels(block) * DotBlock.PANEL * columns];
        }
        for (int row = 0; row < rows; row++) {
            pack(matrix, row);
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int blockCount() {
        return blocks.length;
    }

    float[] block(int block) {
        return blocks[block];
    }

    /** Rows of a block, without those that only fill up. */
    int rowsOf(int block) {
        return Math.min(DotBlock.ROWS, rows - block * DotBlock.ROWS);
    }

    int panels(int block) {
        return (rowsOf(block) + DotBlock.PANEL - 1) / DotBlock.PANEL;
    }

    private void pack(RowMatrix matrix, int row) {
        float[] from = matrix.chunk(row);
        int offset = matrix.offset(row);
        float scale = UnitVectors.scale(from, offset, columns);
        float[] to = blocks[row / DotBlock.ROWS];
        int inBlock = row % DotBlock.ROWS;
        int at = inBlock / DotBlock.PANEL * DotBlock.PANEL * columns + inBlock % DotBlock.PANEL;
        for (int column = 0; column < columns; column++) {
            to[at + column * DotBlock.PANEL] = from[offset + column] * scale;
        }
    }
}
