package io.verisim.synthesizer.regular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.testkit.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RegularExpressionTest {

    private static final List<String> PIECES =
            List.of("a", "b", "[ab]", "[^a]", "\\d", ".", "(ab|c)", "(?:b)", "[a-c]", "(?:x{2})", "\\w", "[a\\-b]");
    private static final List<String> QUANTIFIERS = List.of("", "", "*", "+", "?", "{2}", "{1,3}", "{2,}");

    @Property
    void matchesWhatTheJdkMatches(RandomGenerator random, int size) {
        String pattern = pattern(random, 1 + size / 20);
        RegularExpression mine = RegularExpression.of(pattern);
        Pattern jdk = Pattern.compile(pattern);
        for (int i = 0; i < 200; i++) {
            String text = text(random, 8);
            assertThat(mine.matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(jdk.matcher(text).matches());
        }
    }

    @Property
    void everyNumberedValueMatchesAndIsTheOnlyOne(RandomGenerator random, int size) {
        RegularExpression expression = RegularExpression.of(pattern(random, 1 + size / 30));
        RegularStrings strings = expression.strings();
        Set<String> seen = new HashSet<>();
        for (long index = 0; index < Math.min(300, strings.count()); index++) {
            String value = strings.at(index);
            assertThat(expression.matches(value))
                    .as("%s on %s", expression, value)
                    .isTrue();
            assertThat(seen.add(value)).isTrue();
        }
        assertThat(expression.matches(strings.at(strings.count() - 1))).isTrue();
        assertThat(expression.matches(strings.draw(random))).isTrue();
    }

    @Test
    void countsAreExact() {
        assertThat(RegularExpression.of("[A-Z]{2}-\\d{3}").strings().count()).isEqualTo(26 * 26 * 1000);
        assertThat(RegularExpression.of("a|b|ab?").strings().count()).isEqualTo(3);
        assertThat(RegularExpression.of("[a-z]{40}").strings().count()).isEqualTo(1L << 62);
    }

    @Test
    void patternsMeetWhereSomeValueMatchesBoth() {
        RegularExpression code = RegularExpression.of("[A-Z]{2}\\d+");
        assertThat(code.meets(RegularExpression.of("AB.*"))).isTrue();
        assertThat(code.meets(RegularExpression.of("[a-z].*"))).isFalse();
        assertThat(code.meets(RegularExpression.of(".{2}"))).isFalse();
    }

    @Test
    void whatIsNotRegularIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> RegularExpression.of("a(?=b)")).hasMessageContaining("(at character 3)");
        assertThatThrownBy(() -> RegularExpression.of("(a)\\1")).hasMessageContaining("\\1");
        assertThatThrownBy(() -> RegularExpression.of("a)b")).hasMessageContaining("(at character 2)");
        assertThatThrownBy(() -> RegularExpression.of("[a")).hasMessageContaining("not closed");
        assertThatThrownBy(() -> RegularExpression.of("*a")).hasMessageContaining("nothing for '*'");
        assertThatThrownBy(() -> RegularExpression.of("((a{1000}){1000}){1000}"))
                .hasMessageContaining("too large");
    }

    private static String pattern(RandomGenerator random, int pieces) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            pattern.append(PIECES.get(random.nextInt(PIECES.size())))
                    .append(QUANTIFIERS.get(random.nextInt(QUANTIFIERS.size())));
            if (i < pieces - 1 && random.nextInt(6) == 0) {
                pattern.append('|');
            }
        }
        return pattern.toString();
    }

    private static String text(RandomGenerator random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append("abcx1-\n".charAt(random.nextInt(7)));
        }
        return text.toString();
    }
}
