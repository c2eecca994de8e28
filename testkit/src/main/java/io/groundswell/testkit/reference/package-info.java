/**
 * What the tables should hold, worked out from frames of X's API v2 by plain Java, after the rules on time of the design:
 * an implementation apart from the product's, small rather than fast. Reads and writes no tables.
 */
package io.groundswell.testkit.reference;
