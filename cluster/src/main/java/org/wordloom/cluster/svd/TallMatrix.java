package org.wordloom.cluster.svd;

import java.io.Serializable;

/**
 * A matrix with a row for each word, whose blocks of rows lie in a {@link TallStore}.
 *
 * @param name of the matrix there
 * @param columns its width
 */
record TallMatrix(String name, int columns) implements Serializable {}
