package io.verisim.mock.crm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages; all of them stand here. */
final class Addresses {

    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String TABLES = "/tables";
    static final String STYLE = "/assets/crm.css";

    private Addresses() {}

    static String list(CrmTable table) {
        return TABLES + "/" + segment(table.schema()) + "/" + segment(table.name());
    }

    static String list(CrmTable table, SearchTerm term, int page) {
        String query = term.isEmpty() ? "" : "q=" + parameter(term.typed());
        String number = page == 1 ? "" : "page=" + page;
        String both = query.isEmpty() || number.isEmpty() ? query + number : query + "&" + number;
        return both.isEmpty() ? list(table) : list(table) + "?" + both;
    }

    static String record(CrmTable table, RecordKey key) {
        return list(table) + "/record?" + key.query();
    }

    static String saved(CrmTable table, RecordKey key) {
        return record(table, key) + "&saved=1";
    }

    static String edit(CrmTable table, RecordKey key) {
        return list(table) + "/edit?" + key.query();
    }

    private static String segment(String text) {
        return parameter(text).replace("+", "%20");
    }

    private static String parameter(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
