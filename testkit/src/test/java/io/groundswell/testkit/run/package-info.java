/** Feeds the product, kills it, starts it again, and asks the checker. */
package io.groundswell.testkit.run;
