/** What the tests of the testkit share. */
package io.groundswell.testkit;
