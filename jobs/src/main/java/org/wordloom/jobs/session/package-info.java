/** A running Spark application, and how long its stages take. */
package org.wordloom.jobs.session;
