/**
 * Training by strata: rows of two matrices in blocks, a visit for every pair of blocks, and who holds which block when.
 */
package org.wordloom.cluster.strata;
