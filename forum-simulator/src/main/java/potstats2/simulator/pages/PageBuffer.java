package potstats2.simulator.pages;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growing page in UTF-8. */
final class PageBuffer {

    private byte[] bytes;
    private int size;

    PageBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    ByteBuffer finished() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    PageBuffer append(char ascii) {
        ensure(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    PageBuffer append(String text) {
        int length = text.length();
        ensure(3 * length);
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | (c >> 6));
                bytes[at++] = continuation(c);
            } else if (Character.isHighSurrogate(c)) {
                int codePoint = text.codePointAt(i++);
                bytes[at++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[at++] = continuation(codePoint >> 12);
                bytes[at++] = continuation(codePoint >> 6);
                bytes[at++] = continuation(codePoint);
            } else {
                bytes[at++] = (byte) (0xE0 | (c >> 12));
                bytes[at++] = continuation(c >> 6);
                bytes[at++] = continuation(c);
            }
        }
        size = at;
        return this;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    PageBuffer append(long number) {
        if (number < 0) {
            append('-');
            return append(-number);
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        ensure(digits);
        long rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    void twoDigits(int number) {
        append((char) ('0' + number / 10));
        append((char) ('0' + number % 10));
    }

    /** The text as a CDATA section; the one thing that cannot stand in a section is divided among two. */
    PageBuffer cdata(String text) {
        append("<![CDATA[");
        int from = 0;
        for (int end = text.indexOf("]]>"); end >= 0; end = text.indexOf("]]>", from)) {
            append(text.substring(from, end + 2)).append("]]><![CDATA[");
            from = end + 2;
        }
        return append(from == 0 ? text : text.substring(from)).append("]]>");
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
