/** The input text: which files it is, and which ranges of them a task reads. */
package org.wordloom.cluster.corpus;
