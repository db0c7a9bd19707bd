@NullMarked
package io.verisim.synthesizer.app;

import org.jspecify.annotations.NullMarked;
