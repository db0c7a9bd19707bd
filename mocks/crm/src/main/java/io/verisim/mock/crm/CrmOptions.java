package io.verisim.mock.crm;

/**
 * How the CRM runs.
 *
 * @param port TCP port on the loopback address; 0 takes a free one
 * @param jdbcUrl database whose tables are shown, without credentials
 * @param user role that may read the tables and, for edits, update them
 * @param password its password
 * @param signInUser user name of the one person who may sign in
 * @param signInPassword that person's password
 * @param deliberateDefect whether search has its defect (see {@link SearchTerm}); off only in tests of the CRM itself
 */
public record CrmOptions(
        int port,
        String jdbcUrl,
        String user,
        String password,
        String signInUser,
        String signInPassword,
        boolean deliberateDefect) {

    public CrmOptions(
            int port, String jdbcUrl, String user, String password, String signInUser, String signInPassword) {
        this(port, jdbcUrl, user, password, signInUser, signInPassword, true);
    }

    public CrmOptions withoutDefect() {
        return new CrmOptions(port, jdbcUrl, user, password, signInUser, signInPassword, false);
    }

    /** Holds no password. */
    @Override
    public String toString() {
        return "CRM on port " + port + " over " + jdbcUrl + " as " + user;
    }
}
