/** Small helpers for rows and JSON columns in PostgreSQL. */
@NullMarked
package io.verisim.orchestrator.jdbc.adapter;

import org.jspecify.annotations.NullMarked;
