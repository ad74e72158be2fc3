/**
 * What trainers by merging pairs share: words as sequences of piece ids, counted pairs with the words where they occur,
 * and a merge that updates both.
 */
package org.wordloom.tokenizer.merging;
