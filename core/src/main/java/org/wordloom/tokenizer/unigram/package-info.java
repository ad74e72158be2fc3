/** The unigram language model of Kudo (2018): how its pieces are learned, and how text is taken apart into them. */
package org.wordloom.tokenizer.unigram;
