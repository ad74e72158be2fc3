/**
 * Spark data flow: who holds which rows and which text, and when it moves; Hadoop paths, and outputs that appear whole
 * or not at all.
 */
package org.wordloom.cluster;
