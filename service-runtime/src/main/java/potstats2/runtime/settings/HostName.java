package potstats2.runtime.settings;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A host as it is looked up and sent: in lower case, international letters as punycode. */
final class HostName {
    /** Underscores are no part of host names, but of the names that Docker gives to services. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");

    private static final Pattern UNUSUAL = Pattern.compile("[^a-z0-9._-]");
    private static final int LONGEST = 254;

    private HostName() {}

    /**
     * Takes a name or an IPv4 address.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static String of(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("it names no host");
        }
        var ascii = ascii(name).toLowerCase(Locale.ROOT);
        if (!NAME.matcher(ascii).matches()) {
            throw new IllegalArgumentException(UNUSUAL.matcher(ascii)
                    .results()
                    .findFirst()
                    .map(character -> "its host has a " + Text.quoted(character.group()) + " in it")
                    .orElse("its host " + Text.quoted(name) + " is no name"));
        }
        if (ascii.length() > LONGEST) {
            throw new IllegalArgumentException("its host is longer than a name can be");
        }
        return ascii;
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("its host " + Text.quoted(name) + " is no name: " + e.getMessage(), e);
        }
    }

    /**
     * Takes an IPv6 address.
     *
     * @param address without the brackets around it
     * @throws IllegalArgumentException if it is none
     */
    static String ofIpv6(String address) {
        try {
            return new URI("http://[" + address + "]/").getHost().toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("[" + address + "] is no IPv6 address", e);
        }
    }
}
