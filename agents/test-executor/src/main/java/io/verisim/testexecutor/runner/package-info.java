/** Runs a test in its framework; the port, and what every framework needs. */
@NullMarked
package io.verisim.testexecutor.runner;

import org.jspecify.annotations.NullMarked;
