/** Checkpoints of a run: the blocks of its two matrices, what it had done, and where a later run goes on. */
package org.wordloom.cluster.checkpoint;
