/** WordPiece (Schuster and Nakajima 2012; BERT): the model, its greedy encoder and its trainer. */
package org.wordloom.tokenizer.wordpiece;
