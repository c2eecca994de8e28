/** Tests of the checker: it must find what is wrong with a lake. */
package io.groundswell.testkit.audit;
