/** Constraints that a table seems to keep, offered with the evidence for them. */
@NullMarked
package io.verisim.synthesizer.inference;

import org.jspecify.annotations.NullMarked;
