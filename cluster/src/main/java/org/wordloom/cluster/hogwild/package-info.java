/** A word model trained on one executor, by all of its cores. */
package org.wordloom.cluster.hogwild;
