/** The test-case builder as an application: its task and its settings. */
@NullMarked
package io.verisim.testbuilder.app;

import org.jspecify.annotations.NullMarked;
