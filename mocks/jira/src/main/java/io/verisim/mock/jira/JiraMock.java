package io.verisim.mock.jira;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A simulated Jira Cloud site. It answers the platform REST API v3 for search, issues, comments, transitions,
 * attachments and entity properties, refuses what the real service refuses, and keeps its state on disk. A page for
 * people is at {@code /} and {@code /browse/KEY}.
 */
public final class JiraMock implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final IssueStore store;
    private final IssueRoutes issues;
    private final Router router;
    private final URI uri;

    private JiraMock(HttpServer server, IssueStore store, Router router, JiraMockOptions options) {
        this.server = server;
        this.store = store;
        this.router = router;
        this.uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        IssueJson json = new IssueJson(uri, options.user());
        issues = new IssueRoutes(store, json, options.clock());
        issues.register(router);
        new CommentRoutes(store, json, options.clock()).register(router);
        new SearchRoutes(store, json).register(router);
        new AttachmentRoutes(store, json, options.clock(), options.maxAttachmentBytes()).register(router);
        new BrowsePages(store).register(router);
        server.createContext("/", router);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts a site on the loopback address, with the state found in the directory.
     *
     * @throws java.net.BindException where the port is taken
     * @throws IOException where the state cannot be read or the directory cannot be made
     */
    public static JiraMock start(JiraMockOptions options) throws IOException {
        IssueStore store = new IssueStore(options.state());
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port()), 0);
        return new JiraMock(server, store, new Router(options.user(), options.token()), options);
    }

    /** Address of the site, with a slash at its end. */
    public URI uri() {
        return uri;
    }

    /**
     * Makes a project with issues. One that is there already, by summary and labels, is left as it is.
     *
     * @param project key of the project, upper-case letters and digits
     * @param wanted the issues, in order
     */
    public void seed(String project, List<SeedIssue> wanted) {
        store.addProject(project);
        for (SeedIssue seed : wanted) {
            boolean there = store.all().stream()
                    .anyMatch(issue -> issue.project().equals(project)
                            && issue.summary().equals(seed.summary())
                            && issue.labels().equals(seed.labels()));
            if (!there) {
                issues.seed(project, seed);
            }
        }
    }

    /** Lets the next requests go wrong; several faults follow each other. */
    public void inject(Fault fault) {
        router.inject(fault);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
