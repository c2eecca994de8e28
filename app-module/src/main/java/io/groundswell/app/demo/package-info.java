/** The whole way on one machine: simulated or given posts through every job, and a report of what was found. */
package io.groundswell.app.demo;
