package io.verisim.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.orchestrator.audit.Finding.Kind;
import io.verisim.testkit.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainWalkTest {

    private static List<Link> chain(int length) {
        List<Link> chain = new ArrayList<>();
        Head head = Head.NONE;
        for (int i = 1; i <= length; i++) {
            UUID entry = new UUID(7, i);
            Link link =
                    Link.after(head, i, entry, Arrays.asList("" + i, entry.toString(), "default", null, "did " + i));
            chain.add(link);
            head = link.head();
        }
        return chain;
    }

    private static List<Finding> findings(List<Link> chain) {
        Findings findings = new Findings();
        ChainWalk walk = new ChainWalk(findings);
        chain.forEach(walk::next);
        walk.end();
        return findings.kept();
    }

    private static Link at(long position, Link link) {
        return link.withPlace(position, link.hash());
    }

    private static List<@Nullable String> fields(Link link) {
        return Objects.requireNonNull(link.fields());
    }

    @Test
    void anUntouchedChainIsIntact() {
        Findings findings = new Findings();
        ChainWalk walk = new ChainWalk(findings);
        chain(20).forEach(walk::next);
        walk.end();
        assertThat(findings.total()).isZero();
        assertThat(walk.entries()).isEqualTo(20);
        assertThat(walk.head()).isEqualTo(chain(20).getLast().head());
    }

    @Property(tries = 50, maxSize = 40)
    void whateverIsChangedInOneEntryIsFoundThereAndNowhereElse(RandomGenerator random, int size) {
        List<Link> chain = chain(size + 1);
        int place = random.nextInt(chain.size());
        List<@Nullable String> changed = new ArrayList<>(fields(chain.get(place)));
        int field = random.nextInt(changed.size());
        changed.set(field, changed.get(field) == null ? "" : changed.get(field) + (char) random.nextInt('a', 'z'));
        chain.set(place, chain.get(place).withFields(changed));
        assertThat(findings(chain))
                .extracting(Finding::kind, Finding::position)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.ALTERED, place + 1L));
    }

    @Test
    void anEntryThatIsGoneIsFound() {
        List<Link> chain = chain(5);
        chain.set(2, chain.get(2).withoutFields());
        assertThat(findings(chain))
                .containsExactly(new Finding(Kind.REMOVED, 3L, new UUID(7, 3), "The entry of position 3 is gone."));
    }

    @Test
    void positionsThatAreGoneAreFoundOnce() {
        List<Link> chain = chain(9);
        chain.subList(3, 6).clear();
        assertThat(findings(chain))
                .containsExactly(new Finding(Kind.REMOVED, 4L, null, "Positions 4 to 6 of the chain are gone."));
    }

    @ParameterizedTest
    @CsvSource({"2,3", "2,6", "1,9"})
    void contentsThatWereExchangedAreFoundAsSuch(int one, int two) {
        List<Link> chain = chain(9);
        Link first = chain.get(one - 1);
        Link second = chain.get(two - 1);
        chain.set(one - 1, first.withFields(first.with(fields(second))));
        chain.set(two - 1, second.withFields(second.with(fields(first))));
        assertSwapped(chain, one);
    }

    @ParameterizedTest
    @CsvSource({"2,3", "2,6", "1,9"})
    void entriesThatTheChainNamesTheOtherWayRoundAreFoundAsSuch(int one, int two) {
        List<Link> chain = chain(9);
        Link first = chain.get(one - 1);
        Link second = chain.get(two - 1);
        chain.set(one - 1, second.withPlace(one, first.hash()));
        chain.set(two - 1, first.withPlace(two, second.hash()));
        assertSwapped(chain, one);
    }

    @ParameterizedTest
    @CsvSource({"2,3", "2,6", "1,9"})
    void positionsThatChangedPlacesAsAWholeAreFoundAsSuch(int one, int two) {
        List<Link> chain = chain(9);
        Link first = chain.get(one - 1);
        Link second = chain.get(two - 1);
        chain.set(one - 1, at(one, second));
        chain.set(two - 1, at(two, first));
        assertSwapped(chain, one);
    }

    private static void assertSwapped(List<Link> chain, long one) {
        assertThat(findings(chain))
                .extracting(Finding::kind, Finding::position)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.SWAPPED, one));
    }

    @Test
    void aPositionBeforeTheFirstIsFound() {
        List<Link> chain = chain(3);
        chain.addFirst(at(0, chain(4).getLast()));
        assertThat(findings(chain)).extracting(Finding::kind).containsExactly(Kind.INSERTED);
    }

    @Test
    void thousandsOfFindingsAreCountedAndTheFirstKept() {
        Findings findings = new Findings();
        ChainWalk walk = new ChainWalk(findings);
        chain(3000).forEach(link -> walk.next(link.withoutFields()));
        walk.end();
        assertThat(findings.total()).isEqualTo(3000);
        assertThat(findings.kept()).hasSize(1000);
    }
}
