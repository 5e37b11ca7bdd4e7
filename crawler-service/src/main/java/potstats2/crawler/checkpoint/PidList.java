package potstats2.crawler.checkpoint;

import java.util.Arrays;

/**
 * PIDs in few bytes: the differences from one to the next, of variable length. A page's PIDs are close together, so that
 * most take one to three bytes.
 */
final class PidList {

    private static final int MAX_BYTES = 10;

    private PidList() {}

    static byte[] encode(long[] pids) {
        var bytes = new byte[pids.length * MAX_BYTES];
        var length = 0;
        var previous = 0L;
        for (var pid : pids) {
            var difference = pid - previous;
            var rest = (difference << 1) ^ (difference >> 63);
            while ((rest & ~0x7FL) != 0) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
            previous = pid;
        }
        return Arrays.copyOf(bytes, length);
    }

    static long[] decode(byte[] bytes) {
        var pids = new long[count(bytes)];
        var position = 0;
        var previous = 0L;
        for (var i = 0; i < pids.length; i++) {
            var zigzag = 0L;
            var shift = 0;
            byte next;
            do {
                next = bytes[position++];
                zigzag |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            previous += (zigzag >>> 1) ^ -(zigzag & 1);
            pids[i] = previous;
        }
        return pids;
    }

    private static int count(byte[] bytes) {
        var count = 0;
        for (var next : bytes) {
            if (next >= 0) {
                count++;
            }
        }
        return count;
    }
}
