@NullMarked
package io.verisim.synthesizer.model.gan.coding;

import org.jspecify.annotations.NullMarked;
