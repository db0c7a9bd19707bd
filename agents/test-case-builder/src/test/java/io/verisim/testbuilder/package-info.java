/** Tests of the test-case builder. */
@NullMarked
package io.verisim.testbuilder;

import org.jspecify.annotations.NullMarked;
