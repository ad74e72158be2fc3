package org.wordloom.tokenizer.merging;

/**
 * The most frequent pair. Pairs far below it are left out of the machine's table until their turn comes, and are then
 * counted from the sequences, which are shorter by that time.
 */
public final class FrequencyChoice implements PairChoice {
    private static final int LOWER_THRESHOLD = 64;

    private final MergeMachine machine;
    private final long least;
    private final TieRule ties;
    private PairTable pairs;
    private PairHeap heap;

    /** @param least how often a pair must occur to be merged */
    public FrequencyChoice(MergeMachine machine, long least, TieRule ties) {
        this.machine = machine;
        this.least = least;
        this.ties = ties;
        machine.indexFirst(least);
        restart();
    }

    @Override
    public int next() {
        int pair = heap.remove(machine.threshold());
        while (pair == PairTable.ABSENT && machine.threshold() > least) {
            machine.index(Math.max(least, machine.threshold() / LOWER_THRESHOLD));
            restart();
            pair = heap.remove(machine.threshold());
        }
        return pair;
    }

    @Override
    public void merged() {
        if (pairs != machine.pairs()) {
            restart();
        } else {
            for (int i = 0; i < machine.created().size(); i++) {
                heap.add(machine.created().getInt(i));
            }
        }
    }

    private void restart() {
        pairs = machine.pairs();
        heap = new PairHeap(pairs, machine.pieces(), ties);
    }
}
