/** Configuration documents. */
@NullMarked
package io.verisim.orchestrator.configuration;

import org.jspecify.annotations.NullMarked;
