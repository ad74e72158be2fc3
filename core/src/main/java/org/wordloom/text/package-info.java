/** From bytes to words: normalisation, lower-casing, tokenizers, and the count of malformed text. */
package org.wordloom.text;
