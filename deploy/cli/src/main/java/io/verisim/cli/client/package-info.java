/** The orchestrator's API as the command line uses it. */
@NullMarked
package io.verisim.cli.client;

import org.jspecify.annotations.NullMarked;
