package org.wordloom.tokenizer;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * What truncation cut off, each part made whenever it is asked for: parts that repeat much of each other would together
 * take many times the memory of their text, and few callers want them.
 */
final class EncodingParts extends AbstractList<Encoding> implements RandomAccess {
    private final int size;
    private final IntFunction<Encoding> maker;

    /** @param size how many parts; of more than an int can tell the first ones are there */
    EncodingParts(long size, IntFunction<Encoding> maker) {
        this.size = (int) Math.min(Integer.MAX_VALUE, size);
        this.maker = maker;
    }

    @Override
    public Encoding get(int at) {
        return maker.apply(Objects.checkIndex(at, size));
    }

    @Override
    public int size() {
        return size;
    }
}
