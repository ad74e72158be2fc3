/** Steps that split text into the words that a model takes apart. */
package org.wordloom.tokenizer.pretokenizer;
