/** Tests of the audit log on PostgreSQL. */
@NullMarked
package io.verisim.orchestrator.audit.adapter;

import org.jspecify.annotations.NullMarked;
