/** The distributor as an agent: its task handler, configuration and main class. */
@NullMarked
package io.verisim.distributor.app;

import org.jspecify.annotations.NullMarked;
