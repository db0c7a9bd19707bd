/** The commands that need no server, run as a user runs them. */
@NullMarked
package io.verisim.cli.engine;

import org.jspecify.annotations.NullMarked;
