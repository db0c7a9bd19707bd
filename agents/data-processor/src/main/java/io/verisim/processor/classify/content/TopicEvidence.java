package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Topics with a vocabulary of their own: gender, occupation, company, health, special categories. */
final class TopicEvidence implements Evidence {

    private static final Pattern BLOOD = Pattern.compile("(A|B|AB|O|0)\\s?[+-]|(A|B|AB|O)\\s?(pos|neg|POS|NEG|Rh[+-])");
    private static final Pattern ICD_10 = Pattern.compile("[A-TV-Z]\\d[0-9A-B](\\.[0-9A-Z]{1,4})?");
    private static final int LONGEST = 7;
    private static final Set<String> MALE = Set.of(
            "m",
            "male",
            "man",
            "mann",
            "mannlich",
            "homme",
            "masculin",
            "hombre",
            "masculino",
            "maschio",
            "uomo",
            "homem",
            "mannelijk",
            "mezczyzna",
            "mand",
            "muz",
            "erkek",
            "boy",
            "men",
            "h");
    private static final Set<String> FEMALE = Set.of(
            "f",
            "female",
            "woman",
            "frau",
            "weiblich",
            "femme",
            "feminin",
            "mujer",
            "femenino",
            "feminino",
            "femmina",
            "donna",
            "mulher",
            "vrouw",
            "vrouwelijk",
            "kobieta",
            "kvinna",
            "kvinde",
            "zena",
            "kadin",
            "girl",
            "women",
            "w",
            "v",
            "k");

    private final Set<String> genders = WordList.plain("gender-words");
    private final Set<String> occupations = WordList.plain("occupation-words");
    private final Set<String> companies = WordList.plain("company-words");
    private final Set<String> health = WordList.plain("health-words");
    private final Set<String> special = WordList.plain("special-words");

    @Override
    public List<Vote> votes(ColumnView column) {
        List<Vote> votes = new ArrayList<>();
        if (isGender(column)) {
            votes.add(Evidence.vote(SensitivityType.GENDER, 0.93, "the values are genders"));
        }
        double special = column.share(value -> this.special.contains(Fold.of(value)));
        if (special >= 0.6 && column.distinct() >= 2) {
            votes.add(Evidence.vote(
                    SensitivityType.SPECIAL_CATEGORY,
                    0.85 * special,
                    "religions, origins, orientations or convictions"));
        }
        double medical = column.share(this::isMedical);
        if (medical >= 0.4 && medical * column.sample().size() >= 3) {
            votes.add(Evidence.vote(
                    SensitivityType.HEALTH,
                    0.5 + 0.45 * medical,
                    Evidence.percent(medical) + " of the values are medical"));
        }
        share(votes, column, SensitivityType.OCCUPATION, occupations, "hold the name of an occupation");
        share(votes, column, SensitivityType.COMPANY, companies, "hold a word that companies are named by");
        return votes;
    }

    private static void share(
            List<Vote> votes, ColumnView column, SensitivityType type, Set<String> words, String what) {
        if (column.distinct() < 4 || column.share(value -> Fold.words(value).size() > LONGEST) > 0.5) {
            return;
        }
        double share = column.share(value -> Fold.words(value).stream().anyMatch(words::contains));
        if (share >= 0.25) {
            votes.add(Evidence.vote(
                    type, Math.min(0.9, 0.35 + 0.6 * share), Evidence.percent(share) + " of the values " + what));
        }
    }

    private boolean isGender(ColumnView column) {
        List<String> values = column.sample().stream().map(Fold::of).toList();
        boolean both =
                values.stream().anyMatch(MALE::contains) && values.stream().anyMatch(FEMALE::contains);
        long known = values.stream().filter(genders::contains).count();
        return both && values.size() <= 10 && 3 * known >= 2 * values.size();
    }

    private boolean isMedical(String value) {
        return BLOOD.matcher(value).matches()
                || ICD_10.matcher(value).matches() && value.indexOf('.') > 0
                || Fold.words(value).stream().anyMatch(health::contains);
    }
}
