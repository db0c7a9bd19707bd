/** Jira Cloud, simulated over real HTTP: what the platform REST API v3 accepts and refuses, with state on disk. */
@NullMarked
package io.verisim.mock.jira;

import org.jspecify.annotations.NullMarked;
