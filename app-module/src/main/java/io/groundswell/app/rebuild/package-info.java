/**
 * Makes tables anew of bronze after a change of what reads posts: {@link io.groundswell.app.rebuild.Rebuild} has the jobs of
 * ingest and trends run beside the tables in force, and puts what they made into force.
 */
package io.groundswell.app.rebuild;
