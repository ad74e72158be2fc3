/**
 * Training on text: Hogwild threads over encoded shards, rounds of replicas, and what cells and pairs share with them, as the
 * choice of a kernel and the devices. Which rows make a tile is said by architectures and objectives.
 */
package org.wordloom.train;
