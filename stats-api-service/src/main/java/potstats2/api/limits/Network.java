package potstats2.api.limits;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits.
 *
 * @param address one of them
 * @param bits how many they share
 */
record Network(InetAddress address, int bits) {

    /**
     * Reads an address, alone or with a number of bits after a slash. Names are not looked up.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Network of(String text) {
        var parts = text.strip().split("/", 2);
        var address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
        if (address == null) {
            throw notANetwork(text);
        }
        var longest = address.getAddress().length * Byte.SIZE;
        try {
            var bits = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > longest) {
                throw notANetwork(text);
            }
            return new Network(address, bits);
        } catch (NumberFormatException e) {
            throw notANetwork(text);
        }
    }

    boolean contains(@Nullable InetAddress other) {
        return other != null
                && other.getAddress().length == address.getAddress().length
                && sharesBits(address.getAddress(), other.getAddress());
    }

    private boolean sharesBits(byte[] one, byte[] other) {
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException notANetwork(String text) {
        return new IllegalArgumentException(
                "potstats2.api.limits.trusted-proxies: %s is not an address or a network such as 10.0.0.0/8"
                        .formatted(text));
    }
}
