package org.wordloom.cluster.corpus;

import java.io.Serializable;

/**
 * A file of the corpus.
 *
 * @param number its place among all files of the corpus, sorted by path
 * @param path where it is
 * @param length bytes as stored
 * @param modified when it was written last, in milliseconds since 1970
 * @param splittable whether reading can start in its middle
 */
public record CorpusFile(int number, String path, long length, long modified, boolean splittable)
        implements Serializable {}
