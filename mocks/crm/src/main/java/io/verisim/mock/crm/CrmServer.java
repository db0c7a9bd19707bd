package io.verisim.mock.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A CRM over the tables of a PostgreSQL database: sign-in, tables, lists with search and paging, records, edit forms.
 * It shows whatever tables are there when a page is asked for, so it may start before they are loaded. Tables whose name
 * begins with {@code verisim_} are not shown.
 */
public final class CrmServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CrmServer.class.getName());

    private final HttpServer server;
    private final ExecutorService threads;
    private final ConnectionPool pool;

    private CrmServer(HttpServer server, ExecutorService threads, ConnectionPool pool) {
        this.server = server;
        this.threads = threads;
        this.pool = pool;
    }

    /**
     * Starts the CRM on the loopback address. The database is first asked when a page needs it.
     *
     * @throws java.net.BindException where the port is taken
     */
    public static CrmServer start(CrmOptions options) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        ConnectionPool pool = new ConnectionPool(options);
        Sessions sessions = new Sessions(Clock.systemUTC(), new SecureRandom());
        CrmPages pages = new CrmPages(sessions, pool, options);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/", exchange -> handle(exchange, pages));
        http.start();
        return new CrmServer(http, threads, pool);
    }

    /** Where it is, without trailing slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void handle(HttpExchange exchange, CrmPages pages) throws IOException {
        try (exchange) {
            answer(exchange, pages).send(exchange);
        }
    }

    private static Response answer(HttpExchange exchange, CrmPages pages) throws IOException {
        try {
            return pages.answer(Request.read(exchange));
        } catch (Request.TooLarge e) {
            return plain(413, "The form is too large.").last();
        } catch (IllegalArgumentException e) {
            return plain(400, "The request is malformed.");
        } catch (SQLException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database failed with state {0}; the page says so",
                    e.getSQLState());
            return plain(503, "The database cannot be reached or failed. Try again.");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A page failed; the visitor is told so", e);
            return plain(500, "Something went wrong.");
        }
    }

    private static Response plain(int status, String sentence) {
        return Response.page(
                status,
                Html.of(
                        "<!doctype html><html lang=\"en\"><head><title>Harbour CRM</title><link rel=\"stylesheet\" "
                                + "href=\"{}\"></head><body><main><section class=\"card narrow\"><h1>{}</h1>"
                                + "</section></main></body></html>",
                        Addresses.STYLE,
                        sentence));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        pool.close();
    }
}
