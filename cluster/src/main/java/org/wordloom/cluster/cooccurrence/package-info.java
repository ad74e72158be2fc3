/**
 * Co-occurrence counts over partitions: map tasks count with bounded memory, a shuffle brings each block pair's counts
 * together, and reduce tasks merge them into the files of the artefact.
 */
package org.wordloom.cluster.cooccurrence;
