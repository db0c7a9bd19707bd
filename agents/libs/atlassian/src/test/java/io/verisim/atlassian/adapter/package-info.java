/** Tests of the client against the simulated Jira. */
@NullMarked
package io.verisim.atlassian.adapter;

import org.jspecify.annotations.NullMarked;
