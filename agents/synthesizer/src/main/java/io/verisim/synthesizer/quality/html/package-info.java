/** The quality report as one page that needs nothing but a browser. */
@NullMarked
package io.verisim.synthesizer.quality.html;

import org.jspecify.annotations.NullMarked;
