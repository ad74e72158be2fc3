/** Truncated singular value decomposition of a co-occurrence artefact's positive PMI, its tall matrices in row blocks. */
package org.wordloom.cluster.svd;
