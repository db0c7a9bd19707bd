package io.verisim.testbuilder.render;

import io.verisim.model.testing.GeneratedTest;

/**
 * Code that was rendered from a plan.
 *
 * @param test what is needed to run it
 * @param source the code
 */
public record RenderedTest(GeneratedTest test, String source) {}
