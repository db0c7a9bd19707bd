package io.verisim.orchestrator.audit;

import io.verisim.orchestrator.audit.ChainWalk.Broken;
import io.verisim.orchestrator.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds, among wrong positions, the pairs that would be right the other way round. */
final class Exchanges {

    private final List<Broken> rest;
    private final Findings findings;

    Exchanges(List<Broken> broken, Findings findings) {
        this.rest = new ArrayList<>(broken);
        this.findings = findings;
    }

    /** What has changed places with nothing. */
    List<Broken> rest() {
        return rest;
    }

    void find() {
        for (Broken first : List.copyOf(rest)) {
            for (Broken second : List.copyOf(rest)) {
                if (rest.contains(first)
                        && rest.contains(second)
                        && first.link().position() < second.link().position()) {
                    compare(first, second);
                }
            }
        }
    }

    private void compare(Broken first, Broken second) {
        boolean moved = movedAsAWhole(first, second);
        if (!moved && !contentsExchanged(first, second) && !entriesExchanged(first, second)) {
            return;
        }
        Link one = first.link();
        Link two = second.link();
        findings.add(
                Kind.SWAPPED,
                one.position(),
                one.entry(),
                "The entries of positions " + one.position() + " and " + two.position() + " have changed places.");
        rest.remove(first);
        rest.remove(second);
        if (moved) {
            // What comes after each of them is as it was.
            rest.removeIf(follower -> follows(follower, one.position(), two) || follows(follower, two.position(), one));
        }
    }

    private static boolean follows(Broken follower, long position, Link moved) {
        return follower.link().position() == position + 1 && follower.link().follows(moved.hash());
    }

    /** What happened was exchanged between two entries that stayed in place. */
    private static boolean contentsExchanged(Broken first, Broken second) {
        return isRight(first, first.link().with(fields(second)))
                && isRight(second, second.link().with(fields(first)));
    }

    /** The chain names each entry at the other's position. */
    private static boolean entriesExchanged(Broken first, Broken second) {
        return isRight(first, fields(second)) && isRight(second, fields(first));
    }

    /** The chain names each entry, with its hash, at the other's position. */
    private static boolean movedAsAWhole(Broken first, Broken second) {
        boolean adjacent = second.link().position() == first.link().position() + 1;
        String beforeSecond = adjacent ? second.link().hash() : second.previous();
        return EntryHash.of(first.previous(), fields(second))
                        .equals(second.link().hash())
                && EntryHash.of(beforeSecond, fields(first)).equals(first.link().hash());
    }

    private static boolean isRight(Broken place, List<@Nullable String> fields) {
        return EntryHash.of(place.previous(), fields).equals(place.link().hash());
    }

    private static List<@Nullable String> fields(Broken broken) {
        return Objects.requireNonNull(broken.link().fields());
    }
}
