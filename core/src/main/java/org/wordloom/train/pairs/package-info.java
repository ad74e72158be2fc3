/** Skip-gram by strata: negative sampling over the counted pairs between two blocks. */
package org.wordloom.train.pairs;
