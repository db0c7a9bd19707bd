package io.verisim.mock.crm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few connections, kept open between requests; opened when needed, so that the database may start later. */
final class ConnectionPool implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 8;
    private static final int WAIT_SECONDS = 15;
    private static final int CHECK_SECONDS = 2;

    private final String jdbcUrl;
    private final Properties properties = new Properties();
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();

    private boolean closed;

    ConnectionPool(CrmOptions options) {
        jdbcUrl = options.jdbcUrl();
        properties.setProperty("user", options.user());
        properties.setProperty("password", options.password());
        properties.setProperty("ApplicationName", "crm");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("options", "-c statement_timeout=20000");
    }

    /** Runs a query on a connection; it is put back unless it broke. */
    <T> T with(Query<T> query) throws SQLException {
        acquire();
        try {
            Connection connection = take();
            boolean reusable = false;
            try {
                T result = query.run(connection);
                reusable = true;
                return result;
            } catch (SQLException e) {
                reusable = !isConnectionFailure(e);
                throw e;
            } finally {
                giveBack(connection, reusable);
            }
        } finally {
            permits.release();
        }
    }

    private void acquire() throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("All connections are busy", "53300");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a connection", e);
        }
    }

    private Connection take() throws SQLException {
        Connection connection = poll();
        while (connection != null) {
            if (connection.isValid(CHECK_SECONDS)) {
                return connection;
            }
            connection.close();
            connection = poll();
        }
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    private synchronized @Nullable Connection poll() {
        return idle.pollFirst();
    }

    private void giveBack(Connection connection, boolean reusable) throws SQLException {
        synchronized (this) {
            if (reusable && !closed) {
                idle.addFirst(connection);
                return;
            }
        }
        connection.close();
    }

    private static boolean isConnectionFailure(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Connection connection : idle) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(ConnectionPool.class.getName())
                        .log(System.Logger.Level.DEBUG, "A connection did not close: {0}", e.getSQLState());
            }
        }
        idle.clear();
    }

    /** Work on a connection. */
    interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
