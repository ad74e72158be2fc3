/** What a person sees: results, notes, progress, errors. */
package org.wordloom.jobs.console;
