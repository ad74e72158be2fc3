package org.wordloom.tokenizer;

/**
 * Pieces with ids, and how a word is taken apart into them. Immutable and safe to share between threads; what needs
 * scratch space is the {@link WordEncoder}, of which each thread has its own.
 */
public interface SubwordModel {
    /** What {@link #id} gives for a piece that the model does not have. */
    int UNKNOWN = -1;

    /** The number of ids: every piece's id is in {@code [0, size())}, though some ids there may have no piece. */
    int size();

    /** The id of {@code piece}, or {@link #UNKNOWN}. */
    int id(CharSequence piece);

    /** The piece whose id is {@code id}, or null when there is none, also for an id out of range. */
    String piece(int id);

    /** The id of the piece that stands for what no other piece covers, or {@link #UNKNOWN}. */
    int unknownId();

    /** A new encoder for one thread. */
    WordEncoder newEncoder();
}
