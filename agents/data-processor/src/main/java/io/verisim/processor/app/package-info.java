/** The data processor as an application: handles task {@code profile}. */
@NullMarked
package io.verisim.processor.app;

import org.jspecify.annotations.NullMarked;
