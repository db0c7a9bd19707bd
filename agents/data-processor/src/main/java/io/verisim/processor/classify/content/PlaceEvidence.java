package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Cities, regions and countries, by name or code. */
final class PlaceEvidence implements Evidence {

    private static final Set<String> COUNTRY_CODES = countryCodes();

    private final Lexicon lexicon;

    PlaceEvidence(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        double codes = column.share(value -> value.length() <= 3);
        return codes > 0.9 ? codes(column) : names(column);
    }

    private List<Vote> codes(ColumnView column) {
        if (column.distinct() < 4) {
            return List.of();
        }
        double countries = column.share(value -> COUNTRY_CODES.contains(value.toUpperCase(Locale.ROOT)));
        double regions = column.share(value -> lexicon.regions().contains(Fold.of(value)));
        if (Math.max(countries, regions) < 0.4) {
            return List.of();
        }
        return countries >= regions
                ? List.of(Evidence.vote(SensitivityType.COUNTRY, 0.8 * countries, "codes of countries"))
                : List.of(Evidence.vote(SensitivityType.REGION, 0.85 * regions, "codes of states or provinces"));
    }

    private List<Vote> names(ColumnView column) {
        double countries = column.share(value -> lexicon.countries().contains(Fold.of(value)));
        double regions = column.share(value -> lexicon.regions().contains(Fold.of(value)));
        double cities = column.share(value -> lexicon.cities().contains(Fold.of(value)));
        double all = column.share(value -> lexicon.isPlace(Fold.of(value)));
        if (all < 0.18) {
            return List.of();
        }
        if (countries >= Math.max(regions, cities)) {
            return List.of(vote(SensitivityType.COUNTRY, countries, "names of countries"));
        }
        return regions > cities
                ? List.of(vote(SensitivityType.REGION, all, "names of states or provinces"))
                : List.of(vote(SensitivityType.CITY, all, "names of cities"));
    }

    private static Vote vote(SensitivityType type, double share, String what) {
        return Evidence.vote(
                type, Math.min(0.92, 1.25 * share), Evidence.percent(share) + " of the values are " + what);
    }

    private static Set<String> countryCodes() {
        Set<String> codes = new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        codes.addAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        codes.add("UK");
        return Set.copyOf(codes);
    }
}
