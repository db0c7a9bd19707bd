package io.verisim.distributor.target.postgres;

import io.verisim.distributor.target.ColumnMapping;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.LoadProgress;
import io.verisim.distributor.target.LoadRequest;
import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.Strategy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One load in one transaction, the ledger's row included. */
final class PostgresLoad {

    private final Connection connection;
    private final LoadRequest request;
    private final PostgresSettings settings;
    private final LoadProgress progress;
    private final TableCatalog table;
    private final List<String> notes = new ArrayList<>();

    PostgresLoad(Connection connection, LoadRequest request, PostgresSettings settings, LoadProgress progress) {
        this.connection = connection;
        this.request = request;
        this.settings = settings;
        this.progress = progress;
        this.table = new TableCatalog(connection, settings);
    }

    LoadOutcome run(ColumnMapping mapping) throws SQLException, IOException {
        Ledger ledger = new Ledger(connection, settings.schema());
        ledger.prepare();
        Optional<Ledger.Entry> finished = ledger.claim(request, settings);
        if (finished.isPresent()) {
            connection.rollback();
            notes.add("An earlier attempt of this task had loaded the rows; nothing was loaded twice.");
            return outcome(finished.get().rows(), true, mapping.renames());
        }
        List<TableColumn> columns = wanted(mapping);
        long rows = load(columns);
        ledger.complete(request, rows);
        connection.commit();
        return outcome(rows, false, renames(columns));
    }

    private List<TableColumn> wanted(ColumnMapping mapping) {
        List<ColumnMapping.Mapped> inOrder = mapping.columns().stream()
                .sorted(Comparator.comparingInt(ColumnMapping.Mapped::index))
                .toList();
        Map<String, String> names =
                Sql.fitting(inOrder.stream().map(ColumnMapping.Mapped::target).toList());
        List<TableColumn> wanted = new ArrayList<>();
        for (ColumnMapping.Mapped column : inOrder) {
            wanted.add(TableColumn.wanted(column, names.getOrDefault(column.target(), column.target())));
        }
        return wanted;
    }

    private long load(List<TableColumn> wanted) throws SQLException, IOException {
        Optional<TableCatalog.Existing> found = table.find();
        boolean renew = found.isPresent()
                && found.get().ours()
                && settings.mode() == PostgresSettings.Mode.TRUNCATE_INSERT
                && !hasShape(found.get(), wanted);
        if (renew) {
            table.drop();
            notes.add("The table was made anew, because the data have other columns than at the last load.");
        }
        return found.isEmpty() || renew ? loadNew(wanted) : loadExisting(found.get(), wanted);
    }

    private static boolean hasShape(TableCatalog.Existing existing, List<TableColumn> wanted) {
        Map<String, SqlType> shape = new LinkedHashMap<>();
        wanted.forEach(column -> shape.put(column.name(), column.type()));
        return existing.types().equals(shape);
    }

    /** Types are taken on trust first; only where a value does not fit, all rows are checked and it is done again. */
    private long loadNew(List<TableColumn> wanted) throws SQLException, IOException {
        Savepoint before = connection.setSavepoint();
        try {
            return createAndCopy(wanted);
        } catch (UnfitValue e) {
            connection.rollback(before);
            return createAndCopy(FitCheck.adjusted(wanted, request.dataset(), notes));
        }
    }

    private long createAndCopy(List<TableColumn> columns) throws SQLException, IOException {
        table.create(columns);
        long rows = copy(settings.qualifiedTable(), columns);
        List<String> key = primaryKey(columns);
        if (!key.isEmpty()) {
            table.addPrimaryKey(key);
        }
        table.analyze();
        return rows;
    }

    private List<String> primaryKey(List<TableColumn> columns) {
        if (!settings.key().isEmpty()) {
            return settings.key();
        }
        return columns.stream()
                .filter(c -> c.source().schema().strategy() == Strategy.KEY
                        && c.source().schema().unique()
                        && c.required())
                .map(TableColumn::name)
                .limit(1)
                .toList();
    }

    private long loadExisting(TableCatalog.Existing existing, List<TableColumn> wanted)
            throws SQLException, IOException {
        List<TableColumn> columns = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (TableColumn column : wanted) {
            SqlType type = existing.types().get(column.name());
            if (type == null) {
                absent.add(column.name());
            } else {
                // whether a value is required, the table itself knows
                columns.add(new TableColumn(column.source(), column.name(), type, false));
            }
        }
        if (!absent.isEmpty()) {
            throw columnsAbsent(absent);
        }
        try {
            return fill(columns);
        } catch (UnfitValue e) {
            throw e.rejected(request.settings().name());
        }
    }

    private long fill(List<TableColumn> columns) throws SQLException, IOException {
        if (settings.mode() == PostgresSettings.Mode.UPSERT) {
            String incoming = table.incoming();
            long rows = copy(incoming, columns);
            table.merge(incoming, columns.stream().map(TableColumn::name).toList());
            return rows;
        }
        if (settings.mode() == PostgresSettings.Mode.TRUNCATE_INSERT) {
            table.empty();
        }
        long rows = copy(settings.qualifiedTable(), columns);
        table.analyze();
        return rows;
    }

    private long copy(String into, List<TableColumn> columns) throws SQLException, IOException {
        List<String> names = columns.stream().map(TableColumn::name).toList();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + into + " (" + Sql.quoted(names) + ") FROM STDIN");
        try {
            CopyBuffer buffer = new CopyBuffer(copy::writeToCopy);
            RowWriter writer =
                    new RowWriter(request.dataset().schema().columns().size(), columns, buffer, progress);
            request.dataset().scan(writer);
            buffer.flush();
            copy.endCopy();
            progress.loaded(writer.rows());
            return writer.rows();
        } catch (RowWriter.Refused e) {
            throw e.error();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private VerisimException columnsAbsent(List<String> absent) {
        return VerisimException.configuration(
                "TARGET_COLUMNS_MISSING",
                "Table " + settings.qualifiedTable() + " of target '"
                        + request.settings().name() + "' has no column " + String.join(", ", absent) + ".",
                "Map the names with 'columns', leave columns out with 'exclude', or load into another table.");
    }

    private static Map<String, String> renames(List<TableColumn> columns) {
        Map<String, String> renames = new LinkedHashMap<>();
        for (TableColumn column : columns) {
            if (!column.name().equals(column.source().schema().name())) {
                renames.put(column.source().schema().name(), column.name());
            }
        }
        return renames;
    }

    private LoadOutcome outcome(long rows, boolean repeated, Map<String, String> renames) {
        return new LoadOutcome(settings.table(), rows, repeated, notes, renames, Optional.empty());
    }
}
