/** The application: properties, wiring, main. */
@NullMarked
package io.verisim.orchestrator.boot;

import org.jspecify.annotations.NullMarked;
