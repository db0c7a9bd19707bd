/** Schema files: tables described by a user, with types, distributions and constraints, in Verisim's form and SDV's. */
@NullMarked
package io.verisim.synthesizer.schema;

import org.jspecify.annotations.NullMarked;
