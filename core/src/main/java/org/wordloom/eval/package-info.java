/** Word similarity and analogy benchmarks, with the figures that gensim and word2vec give. */
package org.wordloom.eval;
