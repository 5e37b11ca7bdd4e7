package potstats2.api.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class UserHoursTests {
    private static final int BYTES = 21;

    @Test
    void countsEachUserOnceADayAndOnceAnHour() {
        var hours = UserHours.of(users(new int[] {0, 23, 24, 167}, new int[] {0, 1}, new int[] {}));
        assertThat(hours.usersInHour(1, 0)).isEqualTo(2);
        assertThat(hours.usersInHour(1, 1)).isEqualTo(1);
        assertThat(hours.usersInHour(1, 23)).isEqualTo(1);
        assertThat(hours.usersInHour(2, 0)).isEqualTo(1);
        assertThat(hours.usersInHour(7, 23)).isEqualTo(1);
        assertThat(hours.usersInHour(7, 22)).isZero();
        assertThat(hours.usersOnDay(1)).isEqualTo(2);
        assertThat(hours.usersOnDay(2)).isEqualTo(1);
        assertThat(hours.usersOnDay(3)).isZero();
        assertThat(hours.usersOnDay(7)).isEqualTo(1);
    }

    @Test
    void nobodyWroteWithoutUsers() {
        assertThat(UserHours.of(ByteBuffer.allocate(0)).usersOnDay(1)).isZero();
    }

    /** The first bit is the highest of the first byte. */
    private static ByteBuffer users(int[]... hoursOfEach) {
        var users = ByteBuffer.allocate(hoursOfEach.length * (Integer.BYTES + BYTES));
        for (var hours : hoursOfEach) {
            var bits = new BitSet();
            for (var hour : hours) {
                bits.set(hour / Byte.SIZE * Byte.SIZE + (Byte.SIZE - 1 - hour % Byte.SIZE));
            }
            var bytes = new byte[BYTES];
            var set = bits.toByteArray();
            System.arraycopy(set, 0, bytes, 0, set.length);
            users.putInt(BYTES * Byte.SIZE).put(bytes);
        }
        return users.flip();
    }
}
