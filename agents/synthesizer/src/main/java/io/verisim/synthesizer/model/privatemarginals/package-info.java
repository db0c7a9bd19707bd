/** The model {@code private_marginals}: differentially private marginals along a tree, with an accountant. */
@NullMarked
package io.verisim.synthesizer.model.privatemarginals;

import org.jspecify.annotations.NullMarked;
