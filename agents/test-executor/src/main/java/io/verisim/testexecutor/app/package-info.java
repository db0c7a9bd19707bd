/** The test executor as an application: its tasks, and what it can be told. */
@NullMarked
package io.verisim.testexecutor.app;

import org.jspecify.annotations.NullMarked;
