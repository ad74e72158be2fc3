/** Files of vectors, models and vocabularies over streams. What is read is hostile until it was checked. */
package org.wordloom.format;
