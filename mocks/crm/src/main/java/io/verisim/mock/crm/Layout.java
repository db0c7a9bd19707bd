package io.verisim.mock.crm;

import java.util.Locale;

/** What all pages share. */
final class Layout {

    private Layout() {}

    static Html page(String title, Session session, Html content) {
        return Html.of(
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{} · Harbour CRM</title>
                <link rel="stylesheet" href="{}">
                <link rel="icon" href="data:,">
                </head>
                <body>
                <header class="bar">
                <a class="brand" href="{}">Harbour CRM</a>
                {}
                </header>
                <main>
                {}
                </main>
                </body>
                </html>
                """,
                title,
                Addresses.STYLE,
                Addresses.TABLES,
                Html.when(session.isSignedIn(), signOut(session)),
                content);
    }

    private static Html signOut(Session session) {
        return Html.of("""
                <form class="who" method="post" action="{}">
                <input type="hidden" name="csrf" value="{}">
                <span>Signed in as <strong data-testid="signed-in-user">{}</strong></span>
                <button class="quiet" type="submit">Sign out</button>
                </form>
                """, Addresses.SIGN_OUT, session.csrfToken(), session.user());
    }

    static Html message(String title, Session session, String explanation) {
        return page(title, session, Html.of("""
                        <section class="card narrow">
                        <h1>{}</h1>
                        <p>{}</p>
                        <p><a href="{}">Go to the tables</a></p>
                        </section>
                        """, title, explanation, Addresses.TABLES));
    }

    /** Such as {@code 1 record} and {@code 10,000 records}. */
    static String records(long count) {
        return number(count) + (count == 1 ? " record" : " records");
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
