/**
 * From text to subword ids and back: normaliser, pre-tokeniser, model, post-processor and decoder, with offsets to the
 * original text through every step. The components are those of HuggingFace's {@code tokenizer.json}, and a few more.
 */
package org.wordloom.tokenizer;
