/** Tests of the name classifier. */
@NullMarked
package io.verisim.processor.classify.name;

import org.jspecify.annotations.NullMarked;
