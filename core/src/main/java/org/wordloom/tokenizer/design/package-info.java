/** Tokenizers by a few choices: which normalisation, which words, which model, and what goes with those. */
package org.wordloom.tokenizer.design;
