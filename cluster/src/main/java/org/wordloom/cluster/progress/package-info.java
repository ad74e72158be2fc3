/** Live progress: executors report, the driver sums up and tells listeners. */
package org.wordloom.cluster.progress;
