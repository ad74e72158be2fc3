/** Skip-gram by strata: negative sampling over the pairs between two blocks, counted before or made of text cycle by cycle. */
package org.wordloom.train.pairs;
