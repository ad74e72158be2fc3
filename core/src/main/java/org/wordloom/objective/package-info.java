/** How a prediction is scored: negative sampling and hierarchical softmax turn targets into output rows and labels. */
package org.wordloom.objective;
