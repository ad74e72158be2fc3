/**
 * OpenCL devices, reached through Aparapi: kernels that are translated from Java byte code, rows that stay on the device
 * between launches, and the guards without which either loses data in silence. Nothing else may use Aparapi.
 */
package org.wordloom.opencl;
