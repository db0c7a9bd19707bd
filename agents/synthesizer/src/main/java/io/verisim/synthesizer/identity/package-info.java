/** One invented person a row, and free text about them, in the formats of the source's columns. */
@NullMarked
package io.verisim.synthesizer.identity;

import org.jspecify.annotations.NullMarked;
