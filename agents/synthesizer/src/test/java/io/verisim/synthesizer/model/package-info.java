/** What every synthesis model has to pass. */
@NullMarked
package io.verisim.synthesizer.model;

import org.jspecify.annotations.NullMarked;
