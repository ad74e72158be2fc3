/** Counting words on the cluster, and bringing a vocabulary to the executors. */
package org.wordloom.cluster.vocabulary;
