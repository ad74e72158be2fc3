/** Text of files, compressed or not, in lines and ranges of a fixed size: plain text, JSON lines and Parquet. */
package org.wordloom.cluster.input;
