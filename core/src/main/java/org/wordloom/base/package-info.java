/** What everything rests on: counter-based random numbers, failures with exit codes, problems of options, progress. */
package org.wordloom.base;
