/** Evaluation of trend detection: feeds for replays, and the report. */
package io.groundswell.app.evaluate;
