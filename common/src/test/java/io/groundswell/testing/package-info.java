/** What the tests of every module share: the session, posts with only what matters to a test, rows of records. */
package io.groundswell.testing;
