/** Generated tests in real sandboxes with a real browser. */
@NullMarked
package io.verisim.testexecutor.runner.playwright;

import org.jspecify.annotations.NullMarked;
