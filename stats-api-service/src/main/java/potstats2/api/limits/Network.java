package potstats2.api.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits.
 *
 * @param address one of them
 * @param rule whether another one is among them
 */
record Network(InetAddress address, IpSubnetFilterRule rule) {

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
            return new Network(address, new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
        } catch (NumberFormatException e) {
            throw notANetwork(text);
        }
    }

    boolean contains(@Nullable InetAddress other) {
        return other != null && rule.matches(new InetSocketAddress(other, 0));
    }

    private static IllegalArgumentException notANetwork(String text) {
        return new IllegalArgumentException(
                "potstats2.api.limits.trusted-proxies: %s is not an address or a network such as 10.0.0.0/8"
                        .formatted(text));
    }
}
