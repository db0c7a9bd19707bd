package io.verisim.mock.crm;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a record and its edit form. */
final class RecordPages {

    private static final String NOT_PERMITTED = "42501";

    private final Records records;

    RecordPages(Records records) {
        this.records = records;
    }

    Response show(CrmTable table, Request request, Session session) throws SQLException {
        Optional<CrmRecord> record = find(table, request);
        boolean saved = request.query().first("saved").isPresent();
        return record.map(found -> Response.page(200, RecordHtml.details(table, found, session, saved)))
                .orElseGet(() -> gone(session));
    }

    Response form(CrmTable table, Request request, Session session) throws SQLException {
        return find(table, request)
                .map(found -> Response.page(200, RecordHtml.form(EditForm.of(table, found), session)))
                .orElseGet(() -> gone(session));
    }

    Response save(CrmTable table, Request request, Session session) throws SQLException {
        Optional<CrmRecord> record = find(table, request);
        if (record.isEmpty()) {
            return gone(session);
        }
        EditForm form = EditForm.of(table, record.get()).typed(request.form());
        if (form.hasComplaints()) {
            return Response.page(422, RecordHtml.form(form, session));
        }
        Map<CrmColumn, @Nullable String> changes = form.changes();
        if (changes.isEmpty()) {
            return Response.redirect(Addresses.saved(table, record.get().key()));
        }
        try {
            return records.update(table, record.get().key(), changes)
                    .map(key -> Response.redirect(Addresses.saved(table, key)))
                    .orElseGet(() -> gone(session));
        } catch (SQLException e) {
            if (!Records.isBadValue(e) && !NOT_PERMITTED.equals(e.getSQLState())) {
                throw e;
            }
            String refusal = NOT_PERMITTED.equals(e.getSQLState())
                    ? "You may not change records of this table."
                    : "The database refused a value, so nothing was saved.";
            return Response.page(422, RecordHtml.form(form.refused(refusal), session));
        }
    }

    private Optional<CrmRecord> find(CrmTable table, Request request) throws SQLException {
        Optional<RecordKey> key = RecordKey.of(table, request.query());
        return key.isEmpty() ? Optional.empty() : records.find(table, key.get());
    }

    private static Response gone(Session session) {
        return Response.page(
                404, Layout.message("Record not found", session, "It was removed, or someone changed it meanwhile."));
    }

    /**
     * What stands in an edit form.
     *
     * @param table the table
     * @param record the record as it is
     * @param content what stands in the fields
     * @param complaints what is wrong with it, by column
     * @param refusal what is wrong with the whole; null where nothing is
     */
    record EditForm(
            CrmTable table,
            CrmRecord record,
            Map<String, String> content,
            Map<String, String> complaints,
            @Nullable String refusal) {

        private static final int MAX_EDITABLE = 20_000;

        static EditForm of(CrmTable table, CrmRecord record) {
            Map<String, String> content = new LinkedHashMap<>();
            record.values().forEach((name, value) -> content.put(name, value == null ? "" : value));
            return new EditForm(table, record, content, Map.of(), null);
        }

        /** The same form after a person filled it in, checked. */
        EditForm typed(Form form) {
            Map<String, String> typed = new LinkedHashMap<>(content);
            Map<String, String> wrong = new LinkedHashMap<>();
            for (CrmColumn column : table.columns()) {
                Optional<String> value = form.first(fieldName(column)).map(text -> text.replace("\r\n", "\n"));
                if (isEditable(column) && value.isPresent()) {
                    typed.put(column.name(), value.get());
                    if (!value.get().equals(current(column))) {
                        FieldRules.complaint(column, value.get()).ifPresent(text -> wrong.put(column.name(), text));
                    }
                }
            }
            return new EditForm(table, record, typed, wrong, null);
        }

        EditForm refused(String reason) {
            return new EditForm(table, record, content, complaints, reason);
        }

        boolean hasComplaints() {
            return !complaints.isEmpty();
        }

        /** The fields that were changed, as the database gets them; an emptied field has no value any more. */
        Map<CrmColumn, @Nullable String> changes() {
            Map<CrmColumn, @Nullable String> changes = new LinkedHashMap<>();
            for (CrmColumn column : table.columns()) {
                String value = Objects.requireNonNullElse(content.get(column.name()), "");
                if (isEditable(column) && !value.equals(current(column))) {
                    changes.put(column, value.isEmpty() ? null : FieldRules.databaseText(column, value));
                }
            }
            return changes;
        }

        boolean isEditable(CrmColumn column) {
            return table.isEditable(column) && current(column).length() <= MAX_EDITABLE;
        }

        /** Line ends as a browser sends them back. */
        private String current(CrmColumn column) {
            return Objects.requireNonNullElse(record.values().get(column.name()), "")
                    .replace("\r\n", "\n");
        }

        static String fieldName(CrmColumn column) {
            return "f." + column.name();
        }
    }
}
