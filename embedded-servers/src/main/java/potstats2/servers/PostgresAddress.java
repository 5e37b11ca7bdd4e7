package potstats2.servers;

/**
 * Where a PostgreSQL database is and who may own things in it.
 *
 * @param host the server's name or address
 * @param port the server's port
 * @param database the database
 * @param user a user who may create schemas in the database
 * @param password the user's password
 */
public record PostgresAddress(String host, int port, String database, String user, String password) {

    /** Without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Without user and password. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The same server and user. */
    public PostgresAddress withDatabase(String other) {
        return new PostgresAddress(host, port, other, user, password);
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
