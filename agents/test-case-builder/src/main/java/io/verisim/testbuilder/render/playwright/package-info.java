/** Java code for Playwright. */
@NullMarked
package io.verisim.testbuilder.render.playwright;

import org.jspecify.annotations.NullMarked;
