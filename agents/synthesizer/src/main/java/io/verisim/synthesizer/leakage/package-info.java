/** The leakage guard (requirement S6): remembers production values and records as salted hashes and refuses them. */
@NullMarked
package io.verisim.synthesizer.leakage;

import org.jspecify.annotations.NullMarked;
