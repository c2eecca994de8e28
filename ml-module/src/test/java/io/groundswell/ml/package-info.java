/** What holds for the whole module. */
package io.groundswell.ml;
