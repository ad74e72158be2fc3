/** Options by name: how a text becomes a value, and which values go together. */
package org.wordloom.jobs.setting;
