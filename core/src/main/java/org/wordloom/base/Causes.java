package org.wordloom.base;

import java.util.Objects;
import java.util.stream.Stream;

/** What is behind a failure: Spark and thread pools wrap what was thrown. */
public final class Causes {
    /** A failure may be its own cause, by way of others. */
    private static final int MOST = 50;

    private Causes() {}

    /** A failure, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST);
    }
}
