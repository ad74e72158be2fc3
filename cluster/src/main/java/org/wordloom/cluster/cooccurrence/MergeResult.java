package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;

/**
 * What a reduce task wrote and left out.
 *
 * @param files in their order
 * @param lostEntries cells below the minimum, of both halves
 * @param lostUnits their sum
 */
record MergeResult(ArrayList<WrittenCells> files, long lostEntries, BigInteger lostUnits) implements Serializable {}
