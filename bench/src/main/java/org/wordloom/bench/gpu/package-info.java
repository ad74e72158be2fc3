/** What an OpenCL device is worth to Wordloom, measured on the machine that has it: the program of bench/gpu.sh. */
package org.wordloom.bench.gpu;
