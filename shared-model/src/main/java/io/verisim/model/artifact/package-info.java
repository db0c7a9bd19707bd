/** References to data held in object storage; data itself never travels in a message. */
@NullMarked
package io.verisim.model.artifact;

import org.jspecify.annotations.NullMarked;
