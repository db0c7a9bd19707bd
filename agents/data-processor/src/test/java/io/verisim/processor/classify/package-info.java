/** Tests of the classification. */
@NullMarked
package io.verisim.processor.classify;

import org.jspecify.annotations.NullMarked;
