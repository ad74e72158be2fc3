/** Files on any Hadoop file system: listing, reading and writing them, with errors that say what is wrong. */
package org.wordloom.cluster.storage;
