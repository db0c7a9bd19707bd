/** The test-case builder: from scenarios to executable tests that are bound to synthetic data. */
@NullMarked
package io.verisim.testbuilder;

import org.jspecify.annotations.NullMarked;
