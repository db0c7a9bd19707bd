package io.verisim.synthesizer.generation;

import io.verisim.tabular.TextTable;
import java.io.IOException;

/** Takes blocks of synthetic rows, in order. */
@FunctionalInterface
public interface BlockSink {

    void accept(TextTable block) throws IOException;
}
