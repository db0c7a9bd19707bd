/** Conditions on rows: a small language of comparisons, evaluated on typed cells with the three truth values of SQL. */
@NullMarked
package io.verisim.synthesizer.condition;

import org.jspecify.annotations.NullMarked;
