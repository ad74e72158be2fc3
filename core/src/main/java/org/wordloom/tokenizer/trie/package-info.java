/** A double array over bytes, in the layout that SentencePiece stores in its models. */
package org.wordloom.tokenizer.trie;
