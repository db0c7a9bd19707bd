/** What the leakage guard catches. */
@NullMarked
package io.verisim.synthesizer.leakage;

import org.jspecify.annotations.NullMarked;
