/** Scenarios as people write them, read into keywords and phrases. */
@NullMarked
package io.verisim.testbuilder.scenario;

import org.jspecify.annotations.NullMarked;
