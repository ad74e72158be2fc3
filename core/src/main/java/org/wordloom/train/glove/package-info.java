/** GloVe: weighted least squares over the cells between two blocks. */
package org.wordloom.train.glove;
