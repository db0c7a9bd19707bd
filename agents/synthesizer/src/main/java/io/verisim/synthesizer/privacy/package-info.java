/** What synthetic rows tell of the real ones they were made from. No measure here proves data safe on its own. */
@NullMarked
package io.verisim.synthesizer.privacy;

import org.jspecify.annotations.NullMarked;
