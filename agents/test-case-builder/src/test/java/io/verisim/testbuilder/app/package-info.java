/** Tests of the test-case builder. */
@NullMarked
package io.verisim.testbuilder.app;

import org.jspecify.annotations.NullMarked;
