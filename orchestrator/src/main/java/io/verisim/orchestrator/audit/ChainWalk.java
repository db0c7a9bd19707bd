package io.verisim.orchestrator.audit;

import io.verisim.orchestrator.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a chain position by position, from the first to the last; keeps nothing of what is right. */
public final class ChainWalk {

    /** Wrong positions that are kept to see whether they have changed places; any more count as altered. */
    private static final int COMPARED = 32;

    private final Findings findings;
    private final List<Broken> broken = new ArrayList<>();
    private Head last = Head.NONE;
    private boolean afterGap;
    private long entries;

    /**
     * A position that does not follow from the one before.
     *
     * @param link the position
     * @param previous hash of the position before, as it is now
     */
    record Broken(Link link, String previous) {}

    public ChainWalk(Findings findings) {
        this.findings = findings;
    }

    /** Takes the next position. */
    public void next(Link link) {
        entries++;
        if (link.position() < 1) {
            findings.add(Kind.INSERTED, link.position(), link.entry(), "The chain begins at position 1.");
            return;
        }
        if (link.position() != last.position() + 1) {
            gap(last.position() + 1, link.position() - 1);
            afterGap = true;
        }
        check(link);
        last = link.head();
        afterGap = false;
    }

    private void gap(long from, long to) {
        String detail = from == to
                ? "Position " + from + " of the chain is gone."
                : "Positions " + from + " to " + to + " of the chain are gone.";
        findings.add(Kind.REMOVED, from, null, detail);
    }

    private void check(Link link) {
        if (link.fields() == null) {
            findings.add(
                    Kind.REMOVED,
                    link.position(),
                    link.entry(),
                    "The entry of position " + link.position() + " is gone.");
        } else if (!afterGap && !link.follows(last.hash())) {
            if (broken.size() < COMPARED) {
                broken.add(new Broken(link, last.hash()));
            } else {
                altered(link);
            }
        }
    }

    private void altered(Link link) {
        findings.add(
                Kind.ALTERED,
                link.position(),
                link.entry(),
                "The entry of position " + link.position() + " is not what its hash says.");
    }

    /** Says that there are no more positions; only now are all findings there. */
    public void end() {
        Exchanges exchanges = new Exchanges(broken, findings);
        exchanges.find();
        exchanges.rest().forEach(one -> altered(one.link()));
        broken.clear();
    }

    /** Where the chain ends; null where it is empty. */
    public @Nullable Head head() {
        return last.position() == 0 ? null : last;
    }

    public long entries() {
        return entries;
    }
}
