/** Truncated singular value decomposition by random projection: its options, and the parts that need no cluster. */
package org.wordloom.decomposition;
