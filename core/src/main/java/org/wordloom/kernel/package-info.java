/** The tile, the one computation behind all training, and the kernels that do its arithmetic. */
package org.wordloom.kernel;
