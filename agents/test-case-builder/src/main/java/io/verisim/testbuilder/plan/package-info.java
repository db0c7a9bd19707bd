/** From the phrases of a scenario and the rows of a dataset to a typed test plan. */
@NullMarked
package io.verisim.testbuilder.plan;

import org.jspecify.annotations.NullMarked;
