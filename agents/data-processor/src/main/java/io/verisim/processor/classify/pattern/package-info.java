/** Classifier by the form of values: patterns, check digits, ranges of dates. */
@NullMarked
package io.verisim.processor.classify.pattern;

import org.jspecify.annotations.NullMarked;
