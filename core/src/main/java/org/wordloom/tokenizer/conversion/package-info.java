/** Whole tokenizers from what files of single models hold, and back, or a refusal that names what such a file lacks. */
package org.wordloom.tokenizer.conversion;
