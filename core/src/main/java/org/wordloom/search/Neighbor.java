package org.wordloom.search;

/**
 * A word found by a search.
 *
 * @param id its id in the vocabulary
 * @param word the word
 * @param score cosine similarity in [-1, 1], or the score of 3CosMul (at least 0)
 */
public record Neighbor(int id, String word, float score) {}
