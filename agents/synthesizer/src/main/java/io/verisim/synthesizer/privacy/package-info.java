/** How close synthetic rows come to real ones. No measure here proves data safe on its own. */
@NullMarked
package io.verisim.synthesizer.privacy;

import org.jspecify.annotations.NullMarked;
