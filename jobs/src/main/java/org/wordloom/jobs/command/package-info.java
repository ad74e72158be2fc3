/** The commands: what each takes, and what it does, from arguments to an exit code. */
package org.wordloom.jobs.command;
