/** What the command line prints: one JSON document for programs, or text for people; never both. */
package io.groundswell.app.output;
