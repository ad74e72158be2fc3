package org.wordloom.cooccurrence;

/**
 * The sums of one row: a dense array of longs, one for each column, and a list of the columns that were touched. The array
 * is used for one row after another, so that the sums of frequent columns stay in the cache; there is nothing to look up,
 * no collision and no sorting of increments.
 *
 * <p>The loops touch nothing but primitive arrays and allocate nothing: they run for every pair of the corpus, twice.
 */
final class RowAccumulator {
    /** A sum and a place in the list, a column each. */
    static final int BYTES_PER_COLUMN = Long.BYTES + Integer.BYTES;

    private final long[] units;
    private final long[] sums;
    /** One place more than there are columns: it is written before it is known whether a column is new. */
    private final int[] touched;

    private int size;

    RowAccumulator(int columns, WeightUnits weights) {
        this.units = new long[weights.window() + 1];
        for (int distance = 1; distance < units.length; distance++) {
            units[distance] = weights.unitsAt(distance);
        }
        this.sums = new long[columns];
        this.touched = new int[columns + 1];
    }

    /** How many columns have a sum. */
    int size() {
        return size;
    }

    /** The columns that have a sum, in no order; only the first {@link #size} count. The caller may reorder them. */
    int[] touched() {
        return touched;
    }

    /** The row's sums, by column. Whoever is done with a column sets it to 0, and finally calls {@link #clear}. */
    long[] sums() {
        return sums;
    }

    /** Begins the next row; all sums must be 0. */
    void clear() {
        size = 0;
    }

    /** Says that only the first {@code newSize} of the touched columns still have a sum. */
    void shrink(int newSize) {
        size = newSize;
    }

    /** Adds to one column. */
    void add(int column, long sum) {
        if (sums[column] == 0) {
            touched[size++] = column;
        }
        sums[column] = ExactSums.add(sums[column], sum);
    }

    /** Adds what stands right of the row's word at all places from {@code places[from]} up to {@code to}. */
    void addRight(TokenBuffer buffer, int from, int to) {
        int[] tokens = buffer.tokens();
        int[] places = buffer.places();
        int carriedEnd = buffer.carriedEnd();
        int window = units.length - 1;
        int n = size;
        for (int i = from; i < to; i++) {
            int place = places[i];
            // A carried token meets only what came after the carried ones.
            for (int distance = Math.max(1, carriedEnd - place); distance <= window; distance++) {
                int column = tokens[place + distance];
                if (column < 0) {
                    break;
                }
                long sum = sums[column];
                touched[n] = column;
                n += sum == 0 ? 1 : 0;
                sums[column] = sum + units[distance];
            }
        }
        size = n;
    }

    /** Adds what stands left of the row's word at all places from {@code places[from]} up to {@code to}. */
    void addLeft(TokenBuffer buffer, int from, int to) {
        int[] tokens = buffer.tokens();
        int[] places = buffer.places();
        int carriedEnd = buffer.carriedEnd();
        int window = units.length - 1;
        int n = size;
        for (int i = from; i < to; i++) {
            int place = places[i];
            if (place < carriedEnd) {
                continue;
            }
            for (int distance = 1; distance <= window; distance++) {
                int column = tokens[place - distance];
                if (column < 0) {
                    break;
                }
                long sum = sums[column];
                touched[n] = column;
                n += sum == 0 ? 1 : 0;
                sums[column] = sum + units[distance];
            }
        }
        size = n;
    }
}
