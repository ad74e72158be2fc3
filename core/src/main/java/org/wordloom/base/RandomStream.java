package org.wordloom.base;

/** Reads a {@link CounterRandom} stream in order. One for each thread; allocates nothing after construction. */
public final class RandomStream {
    private long key;
    private long position;

    public RandomStream(long key) {
        restart(key);
    }

    /** Goes to the beginning of the stream {@code key}. */
    public void restart(long key) {
        this.key = key;
        this.position = 0;
    }

    /** The key of what is still to come: {@link CounterRandom#at}(key, k) is what the k-th {@link #next} from here gives. */
    public long rest() {
        return CounterRandom.rest(key, position);
    }

    /** Leaves out the next numbers: somebody else draws them, from {@link #rest}. */
    public void skip(int numbers) {
        position += numbers;
    }

    /** The next 64 random bits. */
    public long next() {
        return CounterRandom.at(key, position++);
    }
}
