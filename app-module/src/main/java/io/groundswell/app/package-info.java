/** The command line. It alone builds jobs from settings, and composes the modules, which never see one another. */
package io.groundswell.app;
