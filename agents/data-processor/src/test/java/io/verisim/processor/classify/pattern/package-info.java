/** Tests of the pattern classifier. */
@NullMarked
package io.verisim.processor.classify.pattern;

import org.jspecify.annotations.NullMarked;
