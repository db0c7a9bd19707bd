/** Classifier by what values say: dictionaries, letter statistics, words of addresses, names inside free text. */
@NullMarked
package io.verisim.processor.classify.content;

import org.jspecify.annotations.NullMarked;
