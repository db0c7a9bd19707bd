/** What tests of every module share: the property extension and the place of shared sample files. */
@NullMarked
package io.verisim.testkit;

import org.jspecify.annotations.NullMarked;
