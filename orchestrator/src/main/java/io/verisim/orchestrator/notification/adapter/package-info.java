/** Notifications in PostgreSQL, over HTTP, and on their way to those who want them. */
@NullMarked
package io.verisim.orchestrator.notification.adapter;

import org.jspecify.annotations.NullMarked;
