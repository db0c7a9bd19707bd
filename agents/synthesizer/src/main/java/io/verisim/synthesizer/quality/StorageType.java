package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.PlainNumber;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TextColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The type a data frame would store a column in, as the structure score compares it. */
final class StorageType {

    private static final Set<String> MISSING = ReadOptions.metrics().missing();
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,18}\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*|\\s*[+-]?[iI]nf(inity)?\\s*");

    private StorageType() {}

    static String of(TextColumn column, SdvMetadata metadata) {
        Optional<ColumnSpec> spec = metadata.kinds().column(column.name());
        if (spec.isEmpty() && !metadata.declared()) {
            return "any"; // made anew in a form of its own
        }
        if (spec.isPresent() && spec.get().kind() == ColumnKind.DATETIME) {
            return "datetime64[ns]";
        }
        List<String> values = column.dictionary().stream()
                .filter(v -> isPlain(v) || !MISSING.contains(v))
                .toList();
        boolean complete =
                column.missing() == 0 && values.size() == column.dictionary().size();
        if (values.isEmpty()) {
            return "float64";
        }
        if (values.stream().allMatch(StorageType::isWhole)) {
            return complete ? "int64" : "float64";
        }
        if (values.stream().allMatch(v -> isPlain(v) || NUMBER.matcher(v).matches())) {
            return "float64";
        }
        boolean booleans = values.stream().allMatch(v -> BOOLEANS.contains(v.toLowerCase(Locale.ROOT)));
        return booleans && complete ? "bool" : "object";
    }

    /** Most numbers are told without a search for a pattern. */
    private static boolean isPlain(String text) {
        return !Double.isNaN(PlainNumber.read(text));
    }

    private static boolean isWhole(String text) {
        return isPlain(text) ? text.indexOf('.') < 0 : WHOLE.matcher(text).matches();
    }
}
