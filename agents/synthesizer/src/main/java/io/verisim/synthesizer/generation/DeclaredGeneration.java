package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.Cholesky;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Consistency;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.declared.DeclaredColumn;
import io.verisim.synthesizer.declared.DeclaredModel;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.schema.SchemaColumn;
import io.verisim.synthesizer.schema.SchemaFile;
import io.verisim.text.NameBook;
import io.verisim.text.OfflineTextSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Generation from a schema alone, without a source (requirement S9). */
public final class DeclaredGeneration {

    private static final String DEFAULT_NAME = "table";

    private DeclaredGeneration() {}

    /**
     * A table as a schema declares it.
     *
     * @param options rows, at least one, and seed; the model is that of the schema
     * @throws VerisimException CONFIGURATION where the schema lacks something, or its constraints contradict each other
     */
    public static FittedGeneration of(SchemaFile file, GenerationOptions options) {
        String table = Objects.requireNonNullElse(file.name(), DEFAULT_NAME);
        if (file.columns().isEmpty()) {
            throw VerisimException.configuration(
                    "SCHEMA_INVALID",
                    "The schema describes no column, and there is no source.",
                    "Give the columns with their types and distributions, or a source.");
        }
        GenerationOptions used = options.withModel(DeclaredModel.NAME, Map.of()).withThreads(1);
        RandomStreams streams = RandomStreams.of(used.seed()).with(table);
        ConstraintSet constraints = ConstraintSet.of(file.allConstraints());
        List<ColumnSchema> schemas = schemas(file, constraints);
        Layout layout = new Layout(schemas);
        new Consistency(layout, used.rows()).check(constraints.all());
        DeclaredColumns columns = new DeclaredColumns(layout, used.rows(), streams);
        fill(columns, file, schemas, constraints);
        DeclaredModel model = model(file, columns.model());
        long salt = streams.with("salt").key();
        Recipe recipe = new Recipe(
                table,
                used,
                model,
                model.numeric(),
                columns.makers(),
                RecordGuard.of(new long[0], salt),
                new TextGuard.Builder().build(Set.of(), salt),
                Objects.requireNonNullElse(file.locale(), NameBook.LOCALES.getFirst()),
                constraints,
                spans(columns, model, constraints, used.rows()));
        return new FittedGeneration(recipe, new OfflineTextSource());
    }

    private static List<ColumnSchema> schemas(SchemaFile file, ConstraintSet constraints) {
        return file.columns().stream()
                .map(column -> {
                    ColumnSchema alone = column.alone();
                    boolean required = constraints.constraints().contains(new Constraint.Required(column.name()));
                    boolean unique = constraints.constraints().contains(new Constraint.Unique(List.of(column.name())));
                    return alone.withOccurrence(alone.nullable() && !required, unique);
                })
                .toList();
    }

    private static void fill(
            DeclaredColumns columns, SchemaFile file, List<ColumnSchema> schemas, ConstraintSet constraints) {
        Map<String, ColumnMaker> joint = new HashMap<>();
        for (Constraint constraint : constraints.constraints()) {
            List<List<String>> tuples = tuples(constraint, columns, schemas);
            if (!tuples.isEmpty()) {
                List<ColumnSchema> members = constraint.named().stream()
                        .map(name -> schema(schemas, name))
                        .toList();
                members.stream()
                        .filter(member -> joint.containsKey(member.name()))
                        .findFirst()
                        .ifPresent(member -> {
                            throw DeclaredColumns.wrong(member, "is in two sets of fixed combinations");
                        });
                joint.putAll(columns.together(members, tuples));
            }
        }
        for (int i = 0; i < schemas.size(); i++) {
            ColumnMaker together = joint.get(schemas.get(i).name());
            if (together != null) {
                columns.add(together);
            } else {
                SchemaColumn column = file.columns().get(i);
                columns.add(column, schemas.get(i), distribution(column, schemas.get(i), constraints));
            }
        }
    }

    private static ColumnSchema schema(List<ColumnSchema> schemas, String name) {
        return schemas.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /** The combinations of a constraint that lists some; none for any other. */
    private static List<List<String>> tuples(
            Constraint constraint, DeclaredColumns columns, List<ColumnSchema> schemas) {
        List<List<String>> tuples = new ArrayList<>();
        if (constraint instanceof Constraint.FixedCombinations fixed) {
            if (fixed.tuples() == null) {
                throw DeclaredColumns.wrong(
                        schema(schemas, fixed.columns().getFirst()),
                        "is in fixed combinations that are not listed, and there is no source to take them from");
            }
            for (List<Object> tuple : fixed.tuples()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < tuple.size(); i++) {
                    texts.add(columns.written(schema(schemas, fixed.columns().get(i)), Constraint.text(tuple.get(i))));
                }
                tuples.add(texts);
            }
        } else if (constraint instanceof Constraint.OneHot oneHot) {
            for (String chosen : oneHot.columns()) {
                tuples.add(oneHot.columns().stream()
                        .map(name -> {
                            ColumnSchema schema = schema(schemas, name);
                            boolean number = schema.type() == ColumnType.INTEGER || schema.type() == ColumnType.DECIMAL;
                            boolean is = name.equals(chosen);
                            return columns.written(schema, number ? is ? "1" : "0" : Boolean.toString(is));
                        })
                        .toList());
            }
        }
        return tuples;
    }

    /** What the schema says, or else what its constraints and its type suggest. */
    private static Map<String, Object> distribution(
            SchemaColumn column, ColumnSchema schema, ConstraintSet constraints) {
        if (column.distribution() != null) {
            return column.distribution();
        }
        for (Constraint constraint : constraints.constraints()) {
            if (constraint instanceof Constraint.Enumeration e && e.column().equals(schema.name())) {
                return Map.of("name", "categorical", "values", e.values());
            }
            if (constraint instanceof Constraint.Pattern p && p.column().equals(schema.name())) {
                return Map.of("name", "regex", "pattern", p.regex());
            }
            if (constraint instanceof Constraint.Range r
                    && r.column().equals(schema.name())
                    && r.min() != null
                    && r.max() != null) {
                return Map.of("name", "uniform", "min", r.min(), "max", r.max());
            }
        }
        if (schema.type() == ColumnType.BOOLEAN) {
            return Map.of("name", "bernoulli", "p", 0.5);
        }
        throw DeclaredColumns.wrong(
                schema, "has no distribution, and no range, enumeration or pattern that could stand for one");
    }

    private static DeclaredModel model(SchemaFile file, List<DeclaredColumn> columns) {
        SchemaFile.Correlations given = file.correlations();
        if (given == null) {
            return new DeclaredModel(columns, new int[0], new double[0][0]);
        }
        int size = given.columns().size();
        int[] correlated = new int[size];
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            String name = given.columns().get(i);
            correlated[i] = columns.stream().map(DeclaredColumn::name).toList().indexOf(name);
            if (correlated[i] < 0) {
                throw correlations(
                        "names the column '" + name + "', which is not there or not drawn from a distribution");
            }
            if (given.matrix().size() != size || given.matrix().get(i).size() != size) {
                throw correlations("is no matrix of " + size + " rows and columns");
            }
            for (int j = 0; j < size; j++) {
                matrix[i][j] = given.matrix().get(i).get(j);
                boolean symmetric = matrix[i][j] == given.matrix().get(j).get(i);
                if (!symmetric || (i == j && matrix[i][j] != 1)) {
                    throw correlations(
                            "is not symmetric with 1 in its diagonal (row " + (i + 1) + ", column " + (j + 1) + ")");
                }
            }
        }
        double[][] factor = Cholesky.factor(matrix)
                .orElseThrow(
                        () -> correlations("is not positive definite: no data can have these correlations together"));
        return new DeclaredModel(columns, correlated, factor);
    }

    private static VerisimException correlations(String why) {
        return VerisimException.configuration(
                "SCHEMA_INVALID", "The section 'correlations' of the schema " + why + ".", "Correct the schema file.");
    }

    private static Map<String, List<Double>> spans(
            DeclaredColumns columns, DeclaredModel model, ConstraintSet constraints, long rows) {
        Map<String, List<Double>> spans = new HashMap<>();
        RowRules rules = new RowRules(columns.makers(), ConstraintSet.of(constraints.constraints()));
        for (ColumnMaker maker : columns.makers()) {
            String name = maker.schema().name();
            if (maker.schema().unique()
                    && maker instanceof ColumnMaker.Modelled modelled
                    && model.numeric().get(modelled.model())) {
                double[] ends = rules.ends(name, new SampleBlock(model.numeric(), 1));
                spans.put(
                        name,
                        DemandedColumns.span(model.span(modelled.model()), ends, rows * UniqueRules.unit(modelled)));
            }
        }
        return spans;
    }
}
