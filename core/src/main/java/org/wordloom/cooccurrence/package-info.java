/** Windowed, distance-weighted counts of word pairs with bounded memory, and the cells that training reads. */
package org.wordloom.cooccurrence;
