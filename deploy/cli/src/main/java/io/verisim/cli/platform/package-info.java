/** Starts and stops everything that an instance is made of: embedded servers, mocks, orchestrator, agents. */
@NullMarked
package io.verisim.cli.platform;

import org.jspecify.annotations.NullMarked;
