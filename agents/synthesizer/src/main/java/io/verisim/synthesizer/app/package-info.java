/** The synthesizer as an agent: its tasks and their wiring. */
@NullMarked
package io.verisim.synthesizer.app;

import org.jspecify.annotations.NullMarked;
