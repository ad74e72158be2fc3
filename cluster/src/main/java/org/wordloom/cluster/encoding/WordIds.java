package org.wordloom.cluster.encoding;

import org.wordloom.vocab.Vocabulary;

/** Knows the ids of words: a vocabulary, or the part of one that a task needs. */
@FunctionalInterface
interface WordIds {
    /** The id of the word {@code utf8[from, to)}, or {@link Vocabulary#UNKNOWN}. */
    int id(byte[] utf8, int from, int to);
}
