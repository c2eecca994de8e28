/**
 * What a job is and how it is run: {@link Job} reads tables, applies {@link Transform}s and writes tables;
 * {@link JobRunner} holds its lease meanwhile and writes ops.runs.
 */
package io.groundswell.job;
