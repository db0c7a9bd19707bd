/** Tests of the simulated Jira. */
@NullMarked
package io.verisim.mock.jira;

import org.jspecify.annotations.NullMarked;
