/** Results in PostgreSQL and over HTTP. */
@NullMarked
package io.verisim.orchestrator.results.adapter;

import org.jspecify.annotations.NullMarked;
