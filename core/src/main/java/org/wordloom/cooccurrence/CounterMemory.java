package org.wordloom.cooccurrence;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * How a counter divides its memory: arrays with a place for every word come first; of the rest an eighth holds packed pairs
 * on their way to a run, another the dense corner, and tokens all that is left.
 *
 * @param tokens tokens and ends of sequences that are counted together
 * @param cornerBytes for the dense corner
 * @param bufferBytes for packed pairs
 */
record CounterMemory(int tokens, long cornerBytes, long bufferBytes) {
    private static final int LEAST_TOKENS = 1 << 10;

    /** @throws WordloomException ENVIRONMENT when the memory is too small to count at all */
    static CounterMemory divide(long memoryBytes, int rows, int blocks, WeightUnits units) {
        long least = least(rows, blocks, units.window());
        if (memoryBytes < least) {
            String what = "counting " + rows + " words in " + blocks + " blocks with window " + units.window();
            throw tooSmall(what, least, perWord(rows), memoryBytes);
        }
        long rest = memoryBytes - perWord(rows);
        long buffer = Math.max(rest / 8, RunWriter.leastBufferBytes(blocks));
        long corner = rest / 8;
        long tokens = (rest - buffer - corner) / TokenBuffer.BYTES_PER_TOKEN;
        return new CounterMemory((int) Math.min(tokens, mostTokens(units)), corner, buffer);
    }

    /** Of a {@link SpillingPairCounter}'s memory, what packed pairs may take: an eighth of what is left by arrays by word. */
    static long pairBufferBytes(long memoryBytes, int rows, int blocks) {
        long perWord = BlockOrder.memoryBytes(rows);
        long least = perWord + 2 * (RunWriter.leastBufferBytes(blocks) + PairSumTable.leastBytes());
        if (memoryBytes < least) {
            throw tooSmall(
                    "adding up pairs of " + rows + " words in " + blocks + " blocks", least, perWord, memoryBytes);
        }
        return Math.max((memoryBytes - perWord) / 8, RunWriter.leastBufferBytes(blocks));
    }

    /** What a counter needs at least, in bytes. */
    static long least(int rows, int blocks, int window) {
        long tokens = LEAST_TOKENS + 4L * window;
        return perWord(rows) + 2 * (RunWriter.leastBufferBytes(blocks) + tokens * TokenBuffer.BYTES_PER_TOKEN);
    }

    /** Tokens counted together that cannot overflow any sum, so that the inner loops need not check. */
    private static long mostTokens(WeightUnits units) {
        return Math.min(Integer.MAX_VALUE - 16, Long.MAX_VALUE / 2 / units.unitsOfSide());
    }

    private static WordloomException tooSmall(String what, long least, long perWord, long memoryBytes) {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                what + " takes " + least + " bytes at least (" + perWord + " for arrays by word), but a task has "
                        + memoryBytes + "; give it more memory, or lower the number of words or blocks");
    }

    private static long perWord(int rows) {
        return (long) RowAccumulator.BYTES_PER_COLUMN * rows
                + TokenBuffer.memoryBytes(rows)
                + BlockOrder.memoryBytes(rows)
                + IndexSorter.memoryBytes(rows);
    }
}
