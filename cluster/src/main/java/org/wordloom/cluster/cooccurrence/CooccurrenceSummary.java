package org.wordloom.cluster.cooccurrence;

/**
 * What counting came to, and what it took.
 *
 * @param totals of all cells
 * @param largestEntries cells of the largest block pair
 * @param shuffleBytes what map tasks handed to reduce tasks, compressed
 * @param cellBytes of the files of cells
 */
public record CooccurrenceSummary(CooccurrenceTotals totals, long largestEntries, long shuffleBytes, long cellBytes) {}
