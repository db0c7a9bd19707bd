/** Scenarios kept in Jira. */
@NullMarked
package io.verisim.testbuilder.scenario.jira;

import org.jspecify.annotations.NullMarked;
