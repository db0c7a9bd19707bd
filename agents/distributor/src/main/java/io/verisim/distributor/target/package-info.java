/** Where synthetic data goes: the port of targets, one folder each, and what they are given. */
@NullMarked
package io.verisim.distributor.target;

import org.jspecify.annotations.NullMarked;
