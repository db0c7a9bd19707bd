/** Tests of the test-case builder. */
@NullMarked
package io.verisim.testbuilder.scenario;

import org.jspecify.annotations.NullMarked;
