/** The description that travels with every synthetic dataset. */
@NullMarked
package io.verisim.model.dataset;

import org.jspecify.annotations.NullMarked;
