/** Text as SentencePiece prepares it and takes it apart, to the last bit. */
package org.wordloom.tokenizer.sentencepiece;
