/** GloVe by strata: its blocks, and how its vectors are written. */
package org.wordloom.cluster.glove;
