@NullMarked
package io.verisim.synthesizer.schema;

import org.jspecify.annotations.NullMarked;
