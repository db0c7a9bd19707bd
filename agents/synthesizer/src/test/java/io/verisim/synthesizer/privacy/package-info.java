@NullMarked
package io.verisim.synthesizer.privacy;

import org.jspecify.annotations.NullMarked;
