/** Tests of the test-case builder. */
@NullMarked
package io.verisim.testbuilder.plan;

import org.jspecify.annotations.NullMarked;
