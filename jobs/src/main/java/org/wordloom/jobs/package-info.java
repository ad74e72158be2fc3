/** The program: its entry point and version. */
package org.wordloom.jobs;
