/** Text encoded with a subword tokenizer on all executors: as files of an output folder, and as columns of a data set. */
package org.wordloom.cluster.tokenizer;
