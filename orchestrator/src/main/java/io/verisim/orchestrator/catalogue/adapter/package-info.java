/** The catalogue in PostgreSQL and over HTTP. */
@NullMarked
package io.verisim.orchestrator.catalogue.adapter;

import org.jspecify.annotations.NullMarked;
