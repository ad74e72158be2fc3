/** Skip-gram on counted pairs by strata: its blocks, what they weigh, and how its vectors are written. */
package org.wordloom.cluster.pairs;
