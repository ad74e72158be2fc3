package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.Serializable;
import org.wordloom.blocks.Side;

/**
 * The trained blocks, in memory or in files.
 *
 * @param <B> a block
 */
@FunctionalInterface
public interface BlockSource<B> extends Serializable {
    /** A block as training left it. The caller must not change it, and asks for each once: it may be forgotten then. */
    B block(Side side, int block) throws IOException;
}
