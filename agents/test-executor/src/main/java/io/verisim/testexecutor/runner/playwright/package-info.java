/** Runs generated Playwright tests, each in a sandboxed process with a browser of its own. */
@NullMarked
package io.verisim.testexecutor.runner.playwright;

import org.jspecify.annotations.NullMarked;
