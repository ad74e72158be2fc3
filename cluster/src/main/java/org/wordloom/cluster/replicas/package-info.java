/** Training in rounds: replicas of a model on many executors, merged row by row. */
package org.wordloom.cluster.replicas;
