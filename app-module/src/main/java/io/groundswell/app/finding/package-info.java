/** What was found, read from the gold tables in the shape in which people and programs are told it. */
package io.groundswell.app.finding;
