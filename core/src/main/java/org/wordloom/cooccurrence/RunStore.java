package org.wordloom.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where a counter puts sorted runs that do not fit its memory. Runs have numbers, in the order of their creation. What it
 * throws when it cannot write says where, and what to do. Not safe for use by several threads.
 */
public interface RunStore extends Closeable {
    /** Begins the next run; its number is that of runs created before. */
    OutputStream create() throws IOException;

    /** Reads a run from its beginning. */
    InputStream open(int run) throws IOException;

    /** How errors call a run. */
    String name(int run);

    /** Forgets a run that nobody needs any more. */
    void delete(int run) throws IOException;

    /** Forgets all runs. */
    @Override
    void close() throws IOException;
}
