package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * A file of cells that was written.
 *
 * @param name within the artefact
 * @param length in bytes
 * @param crc32c of the whole file
 * @param buckets that it holds
 */
record WrittenCells(String name, long length, int crc32c, ArrayList<Bucket> buckets) implements Serializable {
    /** Where a bucket lies, as {@link org.wordloom.cooccurrence.CellsIndex} wants it. */
    record Bucket(int number, long offset, long length, long entries) implements Serializable {}
}
