/** Exact nearest neighbours and analogies, many queries at once as a matrix product. */
package org.wordloom.search;
