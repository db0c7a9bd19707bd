/** Credentials from the environment. */
@NullMarked
package io.verisim.orchestrator.credentials.adapter;

import org.jspecify.annotations.NullMarked;
