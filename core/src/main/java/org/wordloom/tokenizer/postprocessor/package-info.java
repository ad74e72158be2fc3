/** What adds special tokens to the ids of one text or of a pair. */
package org.wordloom.tokenizer.postprocessor;
