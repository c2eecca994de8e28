package io.groundswell.app.demo;
/** placeholder until TruthComparison is known */
