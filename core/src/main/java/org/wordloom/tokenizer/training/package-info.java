/** Trains whole tokenizers by a few options: which normalisation, which words, which model, and what goes with those. */
package org.wordloom.tokenizer.training;
