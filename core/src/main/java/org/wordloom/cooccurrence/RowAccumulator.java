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

    private static final int BATCH = 128;

    private final long[] units;
    private final long[] sums;
    /** One place more than there are columns: it is written before it is known whether a column is new. */
    private final int[] touched;

    private int size;
    /** Keeps the compiler from leaving out reads whose only use is the cache; nobody needs the value. */
    int fetched;

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

    /**
     * Adds what stands around the row's word, or only to its right.
     *
     * @param from the row's places are {@code places[from]} up to {@code to}
     */
    void addWindows(TokenBuffer buffer, int from, int to, boolean bothSides) {
        for (int batch = from; batch < to; batch += BATCH) {
            int end = Math.min(to, batch + BATCH);
            fetch(buffer, batch, end);
            addRight(buffer, batch, end);
            if (bothSides) {
                addLeft(buffer, batch, end);
            }
        }
    }

    /**
     * Reads the ends and the middle of each window. Windows of one word are far apart; in this short loop many of the
     * cache misses are under way at once, which saves a quarter of the whole time of counting.
     */
    private void fetch(TokenBuffer buffer, int from, int to) {
        int[] tokens = buffer.tokens();
        int[] places = buffer.places();
        int window = units.length - 1;
        int last = tokens.length - 1;
        int sum = 0;
        for (int i = from; i < to; i++) {
            int place = places[i];
            sum += tokens[Math.max(0, place - window)] + tokens[place] + tokens[Math.min(last, place + window)];
        }
        fetched += sum;
    }

    private void addRight(TokenBuffer buffer, int from, int to) {
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

    private void addLeft(TokenBuffer buffer, int from, int to) {
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
