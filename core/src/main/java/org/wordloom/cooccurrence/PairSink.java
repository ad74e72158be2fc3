package org.wordloom.cooccurrence;

import java.io.IOException;

/** Takes pairs of an input word and an output word, one at a time. */
@FunctionalInterface
public interface PairSink {
    /** @param input and {@code output} are rows of the partition: word ids */
    void add(int input, int output) throws IOException;
}
