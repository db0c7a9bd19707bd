/** The {@code verisim} command line: what a person types, what is printed, and the exit codes. */
@NullMarked
package io.verisim.cli;

import org.jspecify.annotations.NullMarked;
