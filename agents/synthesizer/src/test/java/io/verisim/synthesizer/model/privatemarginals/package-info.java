/** Tests of the private model: its noise, its budget, and an attack on what it tells. */
@NullMarked
package io.verisim.synthesizer.model.privatemarginals;

import org.jspecify.annotations.NullMarked;
