/** What is told of a run, on runs made by hand. */
@NullMarked
package io.verisim.testexecutor.report;

import org.jspecify.annotations.NullMarked;
