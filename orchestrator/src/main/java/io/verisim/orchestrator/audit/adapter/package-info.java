/** The audit log in PostgreSQL. */
@NullMarked
package io.verisim.orchestrator.audit.adapter;

import org.jspecify.annotations.NullMarked;
