/** What training makes: word vectors, and whole models with their provenance. */
package org.wordloom.model;
