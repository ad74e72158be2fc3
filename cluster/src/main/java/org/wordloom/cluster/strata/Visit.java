package org.wordloom.cluster.strata;

import java.io.Serializable;

/**
 * One meeting of a row block and a column block.
 *
 * @param cycle from 0; every pair of blocks meets once a cycle
 * @param step place of the stratum within its cycle, 0 … P-1
 * @param rowBlock 0 … P-1
 * @param columnBlock 0 … P-1
 */
public record Visit(int cycle, int step, int rowBlock, int columnBlock) implements Serializable {}
