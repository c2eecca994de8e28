/** One class a command. */
package io.groundswell.app.command;
