package org.wordloom.cluster.encoding;

import java.io.Serializable;

/**
 * What encoding one range of a file gave.
 *
 * @param file number of the file in the corpus
 * @param range number of the range in the file
 * @param path of the shard; empty when the range holds no word of the vocabulary, and there is no shard
 * @param tokens word ids in the shard
 * @param sentences in the shard
 * @param length bytes of the shard
 */
record EncodedRange(int file, long range, String path, long tokens, long sentences, long length)
        implements Serializable {}
