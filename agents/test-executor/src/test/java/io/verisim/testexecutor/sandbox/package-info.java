/** Attempts to get out of the sandbox. */
@NullMarked
package io.verisim.testexecutor.sandbox;

import org.jspecify.annotations.NullMarked;
