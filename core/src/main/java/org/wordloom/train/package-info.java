/** The training loops: Hogwild threads over encoded shards. They know no algorithm, only tiles. */
package org.wordloom.train;
