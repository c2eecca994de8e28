/** What is seen of running jobs from outside: figures of their batches and commits, over HTTP or in a file. */
package io.groundswell.app.metrics;
