/** Encoded shards: text as word ids with sentence ends, written once and read by every epoch. */
package org.wordloom.corpus;
