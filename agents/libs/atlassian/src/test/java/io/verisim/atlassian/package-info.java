/** Tests of documents. */
@NullMarked
package io.verisim.atlassian;

import org.jspecify.annotations.NullMarked;
