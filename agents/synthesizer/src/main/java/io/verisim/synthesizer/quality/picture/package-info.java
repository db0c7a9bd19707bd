/** The charts of a report as PNG pictures. */
@NullMarked
package io.verisim.synthesizer.quality.picture;

import org.jspecify.annotations.NullMarked;
