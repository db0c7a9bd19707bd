/** What runs inside the sandbox, looked at from outside. */
@NullMarked
package io.verisim.testexecutor.runner.playwright.inside;

import org.jspecify.annotations.NullMarked;
