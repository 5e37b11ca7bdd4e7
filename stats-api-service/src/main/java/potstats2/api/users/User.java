package potstats2.api.users;

import io.r2dbc.spi.Readable;
import java.util.List;
import potstats2.api.database.Columns;

/**
 * Who wrote something.
 *
 * @param name the newest name, empty while unknown
 * @param uid the forum's number of the user
 * @param aliases other names seen, in order of first appearance
 */
public record User(String name, long uid, List<String> aliases) {

    public User {
        aliases = List.copyOf(aliases);
    }

    static User unknown(long uid) {
        return new User("", uid, List.of());
    }

    /** Reads the columns {@code uid}, {@code name} and {@code aliases}. */
    public static User of(Readable row) {
        return new User(Columns.text(row, "name"), Columns.number(row, "uid"), Columns.texts(row, "aliases"));
    }
}
