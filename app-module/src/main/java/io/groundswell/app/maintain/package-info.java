/** {@code maintain}: what keeps a lake quick and small while its jobs run. Rewrites files of any table, and no row. */
package io.groundswell.app.maintain;
