/** Which schedule trains a word model on which cluster: pure arithmetic. */
package org.wordloom.cluster.schedule;
