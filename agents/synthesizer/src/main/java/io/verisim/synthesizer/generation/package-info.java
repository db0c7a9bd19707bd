/** Makes the synthetic twin of a table: what the command line and the agent's tasks call; no Spring, no messages. */
@NullMarked
package io.verisim.synthesizer.generation;

import org.jspecify.annotations.NullMarked;
