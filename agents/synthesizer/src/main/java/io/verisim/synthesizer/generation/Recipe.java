package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.text.Gender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to make rows.
 *
 * @param table name of the table
 * @param options as used, with the number of rows; one thread, whatever the fit used, so that the bytes are the same
 * @param model the fitted model
 * @param numericColumns whether each of the model's columns has numbers
 * @param makers how each column of the result is made, in order
 * @param records refuses production records
 * @param texts refuses production values inside text
 * @param locale where the people are from
 * @param demands what must hold in every row
 * @param spans least and greatest number, in the model's units, of columns of numbers that must be unique
 */
record Recipe(
        String table,
        GenerationOptions options,
        FittedModel model,
        List<Boolean> numericColumns,
        List<ColumnMaker> makers,
        RecordGuard records,
        TextGuard texts,
        String locale,
        ConstraintSet demands,
        Map<String, List<Double>> spans) {

    Recipe {
        numericColumns = List.copyOf(numericColumns);
        makers = List.copyOf(makers);
        spans = Map.copyOf(spans);
    }

    Recipe withRecords(RecordGuard newRecords) {
        return new Recipe(table, options, model, numericColumns, makers, newRecords, texts, locale, demands, spans);
    }

    Recipe withDemands(ConstraintSet newDemands, Map<String, List<Double>> newSpans) {
        return new Recipe(table, options, model, numericColumns, makers, records, texts, locale, newDemands, newSpans);
    }

    TableSchema schema() {
        return new TableSchema(table, makers.stream().map(ColumnMaker::schema).toList());
    }

    SampleBlock newBlock(int rows) {
        return new SampleBlock(numericColumns, rows);
    }

    /** The columns by which records are compared: drawn from the model and not kept by wish. */
    List<Modelled> compared() {
        List<Modelled> compared = new ArrayList<>();
        for (ColumnMaker maker : makers) {
            if (maker instanceof Modelled modelled && modelled.schema().strategy() == Strategy.MODEL) {
                compared.add(modelled);
            }
        }
        return compared;
    }

    /** The column that tells the gender of a row's person, where there is one. */
    @Nullable
    Modelled genderColumn() {
        for (ColumnMaker maker : makers) {
            if (maker instanceof Modelled modelled && tellsGender(modelled)) {
                return modelled;
            }
        }
        return null;
    }

    private static boolean tellsGender(Modelled modelled) {
        ColumnSchema schema = modelled.schema();
        boolean named = schema.sensitivityType() == SensitivityType.GENDER
                || schema.name().toLowerCase(java.util.Locale.ROOT).matches(".*(gender|sex|geschlecht|genre).*");
        return named
                && modelled.levels().stream().anyMatch(level -> genderOf(level).isPresent());
    }

    static Optional<Gender> genderOf(@Nullable String text) {
        return text == null ? Optional.empty() : Gender.of(text);
    }
}
