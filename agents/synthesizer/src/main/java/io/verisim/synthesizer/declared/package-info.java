/** Rows from declared distributions and a correlation matrix, where there is no source to learn from. */
@NullMarked
package io.verisim.synthesizer.declared;

import org.jspecify.annotations.NullMarked;
