/**
 * What each reader of silver.post_changes has to ask of it in the same way: which changes count, and which accounts are
 * gone. Pure transforms.
 */
package io.groundswell.change;
