/** Text turned into shards of word ids, once, for all epochs and all models. */
package org.wordloom.cluster.encoding;
