/** Tests of the test-case builder. */
@NullMarked
package io.verisim.testbuilder.render.playwright;

import org.jspecify.annotations.NullMarked;
