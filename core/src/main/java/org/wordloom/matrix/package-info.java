/** Float matrices that no Java array bounds, with rows padded for vector instructions. */
package org.wordloom.matrix;
