/** Skip-gram by strata, on counted pairs or on those of text: its blocks, what they weigh, and how its vectors are written. */
package org.wordloom.cluster.pairs;
