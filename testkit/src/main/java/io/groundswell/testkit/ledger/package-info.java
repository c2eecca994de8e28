/**
 * What was offered to a feed, written down before it was: the side of an audit that owes the product nothing. Uses no
 * table and none of the product's code.
 */
package io.groundswell.testkit.ledger;
