/** From pieces back to text. */
package org.wordloom.tokenizer.decoder;
