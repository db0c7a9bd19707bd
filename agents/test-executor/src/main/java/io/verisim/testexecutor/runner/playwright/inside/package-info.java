/** What runs inside the sandbox; needs nothing but the JDK and Playwright. */
@NullMarked
package io.verisim.testexecutor.runner.playwright.inside;

import org.jspecify.annotations.NullMarked;
