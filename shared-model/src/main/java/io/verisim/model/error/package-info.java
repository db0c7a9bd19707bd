/** Classified errors: category, cause, place and remedy. */
@NullMarked
package io.verisim.model.error;

import org.jspecify.annotations.NullMarked;
