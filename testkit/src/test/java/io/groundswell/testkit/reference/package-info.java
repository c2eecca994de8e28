/** Tests of the reference against counts made by hand. */
package io.groundswell.testkit.reference;
