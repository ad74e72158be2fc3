package org.wordloom.cluster.tokenizer;

import java.io.Serializable;

/**
 * The encodings of one range of a file.
 *
 * @param file number of the file in the corpus
 * @param source its path
 * @param range number of the range in the file
 * @param name of the file that was written
 * @param rows texts in it
 * @param tokens ids of these texts
 * @param length bytes of the file that was written
 * @param crc32c its checksum
 */
record TokenizedPart(int file, String source, long range, String name, long rows, long tokens, long length, int crc32c)
        implements Serializable {}
