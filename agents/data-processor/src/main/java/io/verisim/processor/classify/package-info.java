/** Finds what is sensitive in a table: classifiers vote, the votes are combined, the verdict is explained. */
@NullMarked
package io.verisim.processor.classify;

import org.jspecify.annotations.NullMarked;
