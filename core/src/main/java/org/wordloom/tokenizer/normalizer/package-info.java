/** Steps that change text before it is split into words. */
package org.wordloom.tokenizer.normalizer;
