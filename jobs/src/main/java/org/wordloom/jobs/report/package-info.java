/** The records of a run: run.json and report.html. */
package org.wordloom.jobs.report;
