/** What is wrong with a machine, its settings and its lake, and how to mend it; reads without Spark, writes nothing. */
package io.groundswell.app.doctor;
