package io.verisim.mock.crm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Signing in and out. */
final class SignInPages {

    private final Sessions sessions;
    private final CrmOptions options;

    SignInPages(Sessions sessions, CrmOptions options) {
        this.sessions = sessions;
        this.options = options;
    }

    Response form(Session session) {
        return Response.page(200, html(session, "", false));
    }

    Response signIn(Request request, Session session) {
        String user = request.form().first("user").orElse("");
        String password = request.form().first("password").orElse("");
        // Both are always compared, so that the time tells nothing.
        if (equal(user, options.signInUser()) & equal(password, options.signInPassword())) {
            sessions.end(session);
            return Response.redirect(Addresses.TABLES).withSession(sessions.begin(user));
        }
        return Response.page(401, html(session, user, true));
    }

    Response signOut(Session session) {
        sessions.end(session);
        return Response.redirect(Addresses.SIGN_IN).withoutSession();
    }

    private static boolean equal(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static Html html(Session session, String user, boolean refused) {
        return Layout.page(
                "Sign in",
                session,
                Html.of(
                        """
                        <section class="card narrow">
                        <h1>Sign in</h1>
                        {}
                        <form method="post" action="{}">
                        <input type="hidden" name="csrf" value="{}">
                        <label for="user">User name</label>
                        <input id="user" name="user" value="{}" autocomplete="username" maxlength="200" autofocus>
                        <label for="password">Password</label>
                        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="200">
                        <div class="actions"><button type="submit">Sign in</button></div>
                        </form>
                        </section>
                        """,
                        Html.when(
                                refused,
                                Html.of("<p class=\"alert\" role=\"alert\">User name or password is wrong.</p>")),
                        Addresses.SIGN_IN,
                        session.csrfToken(),
                        user));
    }
}
