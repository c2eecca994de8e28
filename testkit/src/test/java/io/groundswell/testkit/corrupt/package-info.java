/** Breaks the files of a lake one at a time, and asks whether what is read and written then is right, or refused. */
package io.groundswell.testkit.corrupt;
