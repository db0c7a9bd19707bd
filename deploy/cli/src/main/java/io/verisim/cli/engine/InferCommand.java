package io.verisim.cli.engine;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.inference.ConstraintInference;
import io.verisim.synthesizer.inference.Offer;
import io.verisim.synthesizer.schema.SchemaFile;
import io.verisim.synthesizer.schema.SchemaFiles;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Offers constraints with their evidence; applies none. */
@Command(
        name = "infer",
        description = "Offers the constraints that a table seems to keep, each with its evidence; applies none.")
final class InferCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "A file with a table.")
    private @Nullable Path source;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A new schema file with those that have no exception, to be read and edited.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        Path to = out == null ? null : Sources.fresh(out, force);
        TextTable table = TableFiles.read(Sources.existing(source), ReadOptions.defaults());
        List<Offer> offers = ConstraintInference.infer(table, TypeInference.infer(table));
        for (Offer offer : offers) {
            console.say(String.format(
                    Locale.ROOT,
                    "%-8s  %s%n          %s",
                    offer.strength(),
                    offer.constraint().describe(),
                    offer.evidence()));
        }
        console.say(offers.size() + " constraints are offered; none is applied.");
        if (to != null) {
            SchemaFile file = SchemaFile.of(
                    table.name(),
                    offers.stream()
                            .filter(offer -> offer.exceptions() == 0)
                            .map(Offer::constraint)
                            .toList());
            SchemaCommand.write(to, SchemaFiles.write(file), force);
            console.say("schema: " + to);
        }
        console.document(document(table, offers));
        return Exit.OK.code();
    }

    private static Map<String, Object> document(TextTable table, List<Offer> offers) {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Offer offer : offers) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("constraint", MessageCodec.mapper().valueToTree(offer.constraint()));
            entry.put("strength", offer.strength());
            entry.put("rows", offer.rows());
            entry.put("exceptions", offer.exceptions());
            entry.put("violationBound", offer.violationBound());
            if (offer.chanceLog10() != null) {
                entry.put("chanceLog10", offer.chanceLog10());
            }
            listed.add(entry);
        }
        return Map.of("table", table.name(), "rows", table.rows(), "offers", listed);
    }
}
