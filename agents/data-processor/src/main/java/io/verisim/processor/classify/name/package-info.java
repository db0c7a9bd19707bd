/** Classifier by the name of the column, in several languages. */
@NullMarked
package io.verisim.processor.classify.name;

import org.jspecify.annotations.NullMarked;
