/** How much terms were written, over time and in one window. Reads gold.term_counts and ops.gaps; writes nothing. */
package io.groundswell.app.interest;
