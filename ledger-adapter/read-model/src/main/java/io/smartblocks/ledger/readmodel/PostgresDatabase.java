package io.smartblocks.ledger.readmodel;

import static java.util.Objects.requireNonNull;

/**
 * A PostgreSQL database, and the role that owns the tables of the read model in it.
 *
 * @param url where it is, such as {@code jdbc:postgresql://localhost/smartblocks}
 */
public record PostgresDatabase(String url, String user, String password) {

    private static final String PREFIX = "jdbc:postgresql:";

    public PostgresDatabase {
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException("'" + withoutParameters(url) + "' is no place for a read model:"
                    + " expected " + PREFIX + "//HOST/DATABASE");
        }
    }

    /** Where it is, without the parameters, among which a password may be. */
    public String place() {
        return withoutParameters(url);
    }

    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /** Says where it is and who uses it; never the password. */
    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
