package potstats2.api.periods;

import java.nio.ByteBuffer;

/** How many users wrote in each hour of the week, and on each of its days. */
final class UserHours {
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private final long[] inHour = new long[DAYS * HOURS];
    private final long[] onDay = new long[DAYS];

    private UserHours() {}

    /** Reads a bit string for each user, one after another, each as PostgreSQL sends it: its length, then its bits. */
    static UserHours of(ByteBuffer users) {
        var hours = new UserHours();
        var week = new byte[DAYS * HOURS / Byte.SIZE];
        while (users.hasRemaining()) {
            users.getInt();
            users.get(week);
            hours.add(week);
        }
        return hours;
    }

    private void add(byte[] week) {
        for (var day = 0; day < DAYS; day++) {
            var isActive = false;
            for (var hour = day * HOURS; hour < (day + 1) * HOURS; hour++) {
                if ((week[hour / Byte.SIZE] & (0x80 >> (hour % Byte.SIZE))) != 0) {
                    inHour[hour]++;
                    isActive = true;
                }
            }
            onDay[day] += isActive ? 1 : 0;
        }
    }

    /**
     * @param weekday 1 is Monday
     * @param hour from 0 to 23
     */
    long usersInHour(int weekday, int hour) {
        return inHour[(weekday - 1) * HOURS + hour];
    }

    /** @param weekday 1 is Monday */
    long usersOnDay(int weekday) {
        return onDay[weekday - 1];
    }
}
