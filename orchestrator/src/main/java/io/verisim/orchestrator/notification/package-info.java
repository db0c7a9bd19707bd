/** What people are told of workflows that need them or have ended. */
@NullMarked
package io.verisim.orchestrator.notification;

import org.jspecify.annotations.NullMarked;
