/** The tasks of the test executor. */
@NullMarked
package io.verisim.testexecutor.app;

import org.jspecify.annotations.NullMarked;
