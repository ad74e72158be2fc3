/** The folders that jobs write, which appear whole or not at all, and reading them again. */
package org.wordloom.cluster.output;
