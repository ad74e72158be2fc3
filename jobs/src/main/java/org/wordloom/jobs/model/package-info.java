/** Files of vectors as the commands without Spark read and write them. */
package org.wordloom.jobs.model;
