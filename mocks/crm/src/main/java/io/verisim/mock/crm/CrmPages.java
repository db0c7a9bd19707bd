package io.verisim.mock.crm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which page answers which request. */
final class CrmPages {

    private final Sessions sessions;
    private final Catalogue catalogue;
    private final SignInPages signIn;
    private final ListPages lists;
    private final RecordPages records;
    private final byte[] style;

    CrmPages(Sessions sessions, ConnectionPool pool, CrmOptions options) {
        this.sessions = sessions;
        this.catalogue = new Catalogue(pool);
        Records access = new Records(pool);
        this.signIn = new SignInPages(sessions, options);
        this.lists = new ListPages(catalogue, access, options.deliberateDefect());
        this.records = new RecordPages(access);
        this.style = resource("crm.css");
    }

    Response answer(Request request) throws SQLException {
        if (request.path().equals(List.of("assets", "crm.css"))) {
            return Response.asset("text/css; charset=utf-8", style);
        }
        Optional<Session> known = sessions.find(request.sessionId());
        Session session = known.orElseGet(() -> sessions.begin(null));
        Response response = inSession(request, session);
        boolean setsSession =
                response.headers().stream().anyMatch(header -> header.getKey().equals("Set-Cookie"));
        return known.isPresent() || setsSession ? response : response.withSession(session);
    }

    private Response inSession(Request request, Session session) throws SQLException {
        if (!List.of("GET", "HEAD", "POST").contains(request.method())) {
            return Response.page(405, Layout.message("Not possible", session, "This page cannot be used that way."));
        }
        if (request.isPost() && !hasToken(request, session)) {
            return Response.page(
                    403, Layout.message("This form is out of date", session, "Open the page again and repeat."));
        }
        String first = request.path().isEmpty() ? "" : request.path().getFirst();
        if (request.path().size() == 1 && first.equals("sign-in")) {
            return request.isPost() ? signIn.signIn(request, session) : signIn.form(session);
        }
        if (!session.isSignedIn()) {
            return Response.redirect(Addresses.SIGN_IN);
        }
        if (request.path().isEmpty()) {
            return Response.redirect(Addresses.TABLES);
        }
        if (request.path().size() == 1 && first.equals("sign-out") && request.isPost()) {
            return signIn.signOut(session);
        }
        return first.equals("tables") ? ofTables(request, session) : notFound(session);
    }

    private Response ofTables(Request request, Session session) throws SQLException {
        List<String> path = request.path();
        if (path.size() == 1) {
            return lists.tables(session);
        }
        if (path.size() < 3 || path.size() > 4) {
            return notFound(session);
        }
        Optional<CrmTable> table = catalogue.table(path.get(1), path.get(2));
        if (table.isEmpty()) {
            return notFound(session);
        }
        String page = path.size() == 3 ? "" : path.get(3);
        return switch (page) {
            case "" -> lists.list(table.get(), request, session);
            case "record" -> records.show(table.get(), request, session);
            case "edit" ->
                request.isPost()
                        ? records.save(table.get(), request, session)
                        : records.form(table.get(), request, session);
            default -> notFound(session);
        };
    }

    private static boolean hasToken(Request request, Session session) {
        byte[] given = request.form().first("csrf").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, session.csrfToken().getBytes(StandardCharsets.UTF_8));
    }

    private static Response notFound(Session session) {
        return Response.page(
                404, Layout.message("Page not found", session, "There is nothing at this address, or no longer."));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(CrmPages.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("Resource " + name + " cannot be read", e);
        }
    }
}
