@NullMarked
package io.verisim.synthesizer.model.gan.network;

import org.jspecify.annotations.NullMarked;
