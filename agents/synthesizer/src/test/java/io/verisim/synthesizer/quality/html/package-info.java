@NullMarked
package io.verisim.synthesizer.quality.html;

import org.jspecify.annotations.NullMarked;
