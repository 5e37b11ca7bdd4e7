package potstats2.simulator.forum;

/**
 * The ids given out for things numbered from 0: growing, with gaps, computed in both directions.
 *
 * @param seed the forum's seed
 * @param purpose tells id spaces apart
 * @param first no id is smaller
 * @param spacing average distance of neighbouring ids
 */
record IdSpace(long seed, Dice.Purpose purpose, long first, int spacing) {

    static final int UNKNOWN = -1;

    long id(int index) {
        return first + (long) index * spacing + new Dice(seed, purpose, index).below(spacing);
    }

    /** The index behind an id, {@link #UNKNOWN} where the id was never given out or stands at or behind the limit. */
    int index(long id, int limit) {
        long index = Math.floorDiv(id - first, spacing);
        return index >= 0 && index < limit && id((int) index) == id ? (int) index : UNKNOWN;
    }
}
