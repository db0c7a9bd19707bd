/** Tests of the client of the orchestrator. */
@NullMarked
package io.verisim.cli.client;

import org.jspecify.annotations.NullMarked;
