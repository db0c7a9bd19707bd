/** Tests of the profile. */
@NullMarked
package io.verisim.processor.profile;

import org.jspecify.annotations.NullMarked;
