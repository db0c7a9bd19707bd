/** Code for test frameworks, rendered from plans. */
@NullMarked
package io.verisim.testbuilder.render;

import org.jspecify.annotations.NullMarked;
