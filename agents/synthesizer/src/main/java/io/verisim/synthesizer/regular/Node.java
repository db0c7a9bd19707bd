package io.verisim.synthesizer.regular;

import java.util.List;

/** An expression, parsed. */
sealed interface Node {

    /** One character of a set. */
    record One(CharSet set) implements Node {}

    /** One after the other; nothing at all where there is none. */
    record Sequence(List<Node> parts) implements Node {}

    record Choice(List<Node> options) implements Node {}

    /**
     * So many times.
     *
     * @param most −1 where there is no limit
     */
    record Repeat(Node node, int least, int most) implements Node {}
}
