/** Mergeable word counts with 64-bit counters, and the frozen vocabulary that is decided from them. */
package org.wordloom.vocab;
