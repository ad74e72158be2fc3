/** GloVe by strata: its blocks, where its cells come from, and how its vectors are written. */
package org.wordloom.cluster.glove;
