package io.verisim.processor.classify.name;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnClassifier;
import io.verisim.processor.classify.ColumnView;
import io.verisim.processor.classify.name.Vocabulary.Match;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Votes by what the column is called. A phrase counts less where other words stand beside it, and not at all where they
 * turn its meaning: {@code email_verified} is no e-mail address, {@code num_cc_accounts} no card. What the values cannot
 * be, the name does not make them.
 */
public final class NameClassifier implements ColumnClassifier {

    private static final String NAME = "name";

    /** Words after a phrase that make the column about something else. */
    private static final Set<String> TURNING_TAILS = words("""
            verified valid validated status type kind class category group flag ind indicator count counts
            cnt service plan model brand provider quality rate ratio percent pct length size version format
            set opt optin consent enabled accounts balance limit usage lines protection support security
            backup streaming billing index level rank source target method mode tier band range bucket
            frequency interval sector owned ownership satisfaction travel field bool exists present missing
            changed
            """);

    /** Words before a phrase that make the column a count or a property. */
    private static final Set<String> TURNING_HEADS = words("""
            num n count cnt total avg average mean sum min max has is are can wants days months weeks hours
            since percent pct rate product item file host server table column field event campaign project
            app game song track album movie film species database schema branch brand plan category
            department team class channel process job tag genre
            """);

    private static final Set<SensitivityType> THINGS = EnumSet.of(
            SensitivityType.CITY,
            SensitivityType.REGION,
            SensitivityType.COUNTRY,
            SensitivityType.COMPANY,
            SensitivityType.OCCUPATION,
            SensitivityType.HEALTH,
            SensitivityType.NONE);

    private static final Set<String> NEUTRAL = words("""
            number no nr num nummer numero value text home work mobile primary secondary main alt alternate
            other customer client contact employee person personal patient user member billing shipping
            delivery mailing business private emergency current previous old new original full line the of
            name cust emp usr kunde kunden cliente klant fake raw str txt col a b owner student holder
            applicant guest passenger spouse parent mother father
            """);

    private final Vocabulary vocabulary = Vocabulary.load();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        List<String> tokens = NameTokens.of(column.name());
        if (tokens.isEmpty()) {
            return List.of();
        }
        Optional<Match> match = vocabulary.best(tokens).map(found -> named(tokens, found));
        return match.map(found -> vote(column, tokens, found)).orElse(List.of());
    }

    private static List<Vote> vote(ColumnView column, List<String> tokens, Match match) {
        SensitivityType type = match.phrase().type();
        double score = match.phrase().score() * context(tokens, match);
        if (type != SensitivityType.NONE) {
            score *= Plausibility.of(type, column);
        }
        if (score < 0.02) {
            return List.of();
        }
        String explanation = type == SensitivityType.NONE
                ? "its name speaks of something that is not personal"
                : "its name means '" + match.phrase().text() + "'";
        return List.of(new Vote(NAME, type, score, explanation));
    }

    /** The name of a city, state or company is about that, and no name of a person. */
    private Match named(List<String> tokens, Match found) {
        if (!found.phrase().text().equals("name") || found.start() == 0) {
            return found;
        }
        return vocabulary
                .best(tokens.subList(0, found.start()))
                .filter(thing -> THINGS.contains(thing.phrase().type()))
                .orElse(found);
    }

    private static double context(List<String> tokens, Match match) {
        double factor = 1;
        for (int i = match.end(); i < tokens.size(); i++) {
            factor *= TURNING_TAILS.contains(tokens.get(i)) ? 0.05 : NEUTRAL.contains(tokens.get(i)) ? 1 : 0.65;
        }
        for (int i = 0; i < match.start(); i++) {
            factor *= TURNING_HEADS.contains(tokens.get(i)) ? 0.08 : NEUTRAL.contains(tokens.get(i)) ? 1 : 0.85;
        }
        return factor;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
