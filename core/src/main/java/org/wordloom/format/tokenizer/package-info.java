/** Files of subword tokenizers over streams. What is read is hostile until it was checked. */
package org.wordloom.format.tokenizer;
