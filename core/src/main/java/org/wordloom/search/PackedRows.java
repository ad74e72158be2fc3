package org.wordloom.search;

import java.util.List;
import org.wordloom.matrix.RowMatrix;

/**
 * The first rows of a matrix, each scaled to length 1 and packed in panels for {@link DotBlock}. A zero row stays zero:
 * its similarity to everything is 0. Rows that fill up the last panels are zero.
 *
 * <p>Panels stand one after another in a few arrays, the arenas, which a device can take over as they are.
 */
final class PackedRows {
    /** An arena's floats (64 MB) where nothing but this program reads it: what {@link RowMatrix} takes for a chunk. */
    static final int HOST_ARENA = 1 << 24;

    private static final int BLOCK_PANELS = DotBlock.ROWS / DotBlock.PANEL;

    private final int rows;
    private final int columns;
    private final int panelsPerArena;
    private final float[][] arenas;

    /** @param arenaFloats how many floats an arena may have; it has at least one block */
    PackedRows(RowMatrix matrix, int rows, int arenaFloats) {
        this.rows = rows;
        this.columns = matrix.columns();
        int blockFloats = DotBlock.ROWS * columns;
        int blocks = blockCount();
        int blocksPerArena = Math.max(1, Math.min(blocks, arenaFloats / blockFloats));
        this.panelsPerArena = blocksPerArena * BLOCK_PANELS;
        this.arenas = new float[(blocks + blocksPerArena - 1) / blocksPerArena][];
        for (int arena = 0; arena < arenas.length; arena++) {
            arenas[arena] = new float[Math.min(blocksPerArena, blocks - arena * blocksPerArena) * blockFloats];
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

    /** Blocks of {@link DotBlock#ROWS} rows. */
    int blockCount() {
        return (int) (((long) rows + DotBlock.ROWS - 1) / DotBlock.ROWS);
    }

    /** Rows of a block, without those that only fill up. */
    int rowsOf(int block) {
        return Math.min(DotBlock.ROWS, rows - block * DotBlock.ROWS);
    }

    /** Panels of a block, without those that only fill up. */
    int panels(int block) {
        return (rowsOf(block) + DotBlock.PANEL - 1) / DotBlock.PANEL;
    }

    /** The arrays, each of whole blocks; all but the last are of one length. */
    List<float[]> arenas() {
        return List.of(arenas);
    }

    /** The array that holds {@code panel}; the panels of its block follow it there. */
    float[] arena(int panel) {
        return arenas[panel / panelsPerArena];
    }

    /** Where {@code panel} begins within {@link #arena}. */
    int offset(int panel) {
        return panel % panelsPerArena * DotBlock.PANEL * columns;
    }

    private void pack(RowMatrix matrix, int row) {
        float[] from = matrix.chunk(row);
        int offset = matrix.offset(row);
        double scale = UnitVectors.scale(from, offset, columns);
        int panel = row / DotBlock.PANEL;
        float[] to = arena(panel);
        int at = offset(panel) + row % DotBlock.PANEL;
        for (int column = 0; column < columns; column++) {
            to[at + column * DotBlock.PANEL] = (float) (from[offset + column] * scale);
        }
    }
}
