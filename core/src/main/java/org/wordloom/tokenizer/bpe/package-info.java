/** Byte-pair encoding (Sennrich, Haddow and Birch 2016): the model, its encoders and its trainer. */
package org.wordloom.tokenizer.bpe;
