package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import io.verisim.tabular.TextColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word that stands inside the e-mail address of its own row, but not in that of another row, belongs to the owner of the
 * address: a name, or a user name where it holds digits.
 */
final class EmailAgreement implements Evidence {

    private static final int ROWS = 300;
    private static final int SHORTEST = 3;

    @Override
    public List<Vote> votes(ColumnView column) {
        if (column.distinct() < 3 || column.share(value -> value.indexOf('@') >= 0 || value.length() > 40) > 0.2) {
            return List.of();
        }
        Optional<TextColumn> emails = column.table().columns().stream()
                .filter(other -> other != column.column() && isEmail(other))
                .findFirst();
        return emails.map(mail -> compare(column, mail)).orElse(List.of());
    }

    private static List<Vote> compare(ColumnView column, TextColumn mail) {
        double own = agreement(column.column(), mail, 0);
        double other = agreement(column.column(), mail, 1 + column.rows() / 3);
        if (own < 0.25 || own < 3 * other) {
            return List.of();
        }
        double digits = column.share(value -> value.chars().anyMatch(Character::isDigit));
        SensitivityType type = digits > 0.3 ? SensitivityType.USERNAME : SensitivityType.NAME;
        double score = Math.min(0.95, 0.6 + 0.5 * own);
        return List.of(Evidence.vote(type, score, "its words stand in the e-mail address of the same row"));
    }

    private static double agreement(TextColumn column, TextColumn mail, int shift) {
        int rows = column.rows();
        int step = Math.max(1, rows / ROWS);
        int seen = 0;
        int agree = 0;
        for (int row = 0; row < rows; row += step) {
            String value = column.value(row);
            String address = mail.value((row + shift) % rows);
            if (value != null && address != null && address.indexOf('@') > 0) {
                seen++;
                agree += inside(value, address.substring(0, address.indexOf('@'))) ? 1 : 0;
            }
        }
        return seen < 3 ? 0 : (double) agree / seen;
    }

    private static boolean inside(String value, String local) {
        String folded = Fold.of(local);
        String whole = value.strip().toLowerCase(Locale.ROOT);
        return whole.length() >= SHORTEST && folded.contains(whole)
                || Fold.words(value).stream().anyMatch(word -> word.length() >= SHORTEST && folded.contains(word));
    }

    private static boolean isEmail(TextColumn column) {
        int size = column.dictionary().size();
        int looked = Math.min(size, 50);
        long at = column.dictionary().stream()
                .limit(looked)
                .filter(EmailAgreement::hasAddress)
                .count();
        return looked > 0 && 2 * at > looked;
    }

    private static boolean hasAddress(String value) {
        int at = value.indexOf('@');
        return at > 0 && value.indexOf('.', at) > at + 1 && value.indexOf(' ') < 0;
    }
}
