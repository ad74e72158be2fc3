/** What every job needs from Spark: runs, broadcasts, and what an executor has. */
package org.wordloom.cluster.spark;
