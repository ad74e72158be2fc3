/** The partition of rows into blocks and the schedules over pairs of blocks, as pure functions. */
package org.wordloom.blocks;
