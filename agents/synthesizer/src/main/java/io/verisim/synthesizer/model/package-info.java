/** The port of synthesis models: a table of levels and numbers goes in, as many synthetic rows as wanted come out. */
@NullMarked
package io.verisim.synthesizer.model;

import org.jspecify.annotations.NullMarked;
