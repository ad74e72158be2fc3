/** What replicas of a model learned in a round, and the rules that make one model of it. */
package org.wordloom.merge;
