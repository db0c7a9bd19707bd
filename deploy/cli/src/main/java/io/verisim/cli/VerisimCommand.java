package io.verisim.cli;

import java.util.concurrent.Callable;

/** A command of the command line; found through {@link java.util.ServiceLoader}. Yields its exit code. */
public interface VerisimCommand extends Callable<Integer> {}
