/** Distributed jobs on Spark, one room for each; what Spark itself starts is here. */
package org.wordloom.cluster;
