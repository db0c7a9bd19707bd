/** What is told of a run: JUnit XML, one HTML page, and the updates of the issue tracker. */
@NullMarked
package io.verisim.testexecutor.report;

import org.jspecify.annotations.NullMarked;
