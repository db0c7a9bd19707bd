package io.verisim.mock.jira;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Pages for people: what is in the simulated Jira. */
final class BrowsePages {

    private static final String STYLE = """
            :root{color-scheme:light dark;--line:light-dark(#dfe1e6,#3a3f47);--soft:light-dark(#f4f5f7,#22272e)}
            body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            a{color:light-dark(#0052cc,#79b8ff)} table{border-collapse:collapse;width:100%}
            td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
            .lozenge{background:var(--soft);border-radius:3px;padding:.1rem .4rem;font-size:.8rem;font-weight:600}
            article,pre{background:var(--soft);border-radius:6px;padding:.8rem 1rem;margin:.8rem 0;white-space:pre-wrap}
            img{max-width:100%;border:1px solid var(--line);border-radius:6px} small{opacity:.7}
            """;

    private final IssueStore store;

    BrowsePages(IssueStore store) {
        this.store = store;
    }

    void register(Router router) {
        router.page("/", this::list);
        router.page("/browse/{}", this::issue);
    }

    private void list(Call call) throws IOException {
        List<Issue> issues = store.all().stream()
                .sorted(Comparator.comparing(Issue::project).thenComparingLong(Issue::number))
                .toList();
        StringBuilder html = new StringBuilder("<h1>Issues</h1><table><tr><th>Key<th>Type<th>Summary<th>Status</tr>");
        for (Issue issue : issues) {
            html.append("<tr><td><a href=\"/browse/%s\">%s</a><td>%s<td>%s<td>%s</tr>"
                    .formatted(
                            escape(issue.key()),
                            escape(issue.key()),
                            escape(issue.type().title),
                            escape(issue.summary()),
                            lozenge(issue.status().title)));
        }
        call.html(200, page("Issues", html.append("</table>").toString()));
    }

    private void issue(Call call) throws IOException {
        Issue issue;
        try {
            issue = store.require(call.path(0));
        } catch (Refusal refusal) {
            call.html(refusal.status(), page("Not found", "<h1>No such issue</h1><p><a href=\"/\">All issues</a></p>"));
            return;
        }
        StringBuilder html = new StringBuilder("<p><a href=\"/\">All issues</a></p><h1>%s: %s</h1><p>%s %s"
                .formatted(
                        escape(issue.key()),
                        escape(issue.summary()),
                        lozenge(issue.type().title),
                        lozenge(issue.status().title)));
        issue.labels()
                .forEach(label -> html.append(" <small>#").append(escape(label)).append("</small>"));
        html.append("</p><pre>")
                .append(escape(AdfRules.text(issue.description())))
                .append("</pre>");
        issue.attachments().forEach(attachment -> html.append(attachment(attachment)));
        html.append("<h2>Comments</h2>");
        issue.comments()
                .forEach(comment -> html.append("<article><small>")
                        .append(escape(IssueJson.time(comment.created())))
                        .append("</small>\n")
                        .append(escape(AdfRules.text(comment.body())))
                        .append("</article>"));
        call.html(200, page(issue.key(), html.toString()));
    }

    private static String attachment(Issue.Attachment attachment) {
        String link = "/secure/attachment/" + attachment.id();
        return attachment.mimeType().startsWith("image/")
                ? "<p><img src=\"%s\" alt=\"%s\"></p>".formatted(link, escape(attachment.filename()))
                : "<p><a href=\"%s\">%s</a></p>".formatted(link, escape(attachment.filename()));
    }

    private static String lozenge(String text) {
        return "<span class=\"lozenge\">" + escape(text) + "</span>";
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + escape(title)
                + " · simulated Jira</title><style>" + STYLE + "</style><body>" + body + "</body></html>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
