package potstats2.simulator.forum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A board as it is now, with its threads in the order of their activity. */
final class BoardState {

    final long bid;
    final String name;
    final String description;
    final SimulatedBoard.Category category;
    final List<UserState> moderators = new ArrayList<>();
    final List<ThreadState> stickies = new ArrayList<>();
    Access access = Access.READABLE;

    /** Places in all listed threads. */
    int places;

    /** How many more replies {@link Oddity#MOVING_THREADS} may write here. */
    int movesLeft = 2;

    private ThreadState[] byActivity = new ThreadState[16];
    private int size;

    BoardState(long bid, String name, String description, SimulatedBoard.Category category) {
        this.bid = bid;
        this.name = name;
        this.description = description;
        this.category = category;
    }

    int threads() {
        return size;
    }

    /** The thread at a rank; rank 0 has the newest activity. */
    ThreadState thread(int rank) {
        return byActivity[size - 1 - rank];
    }

    /** Takes a thread up among the others, where its activity puts it. */
    void insert(ThreadState thread) {
        if (size == byActivity.length) {
            byActivity = Arrays.copyOf(byActivity, size * 2);
        }
        int at = search(thread.activity);
        System.arraycopy(byActivity, at, byActivity, at + 1, size - at);
        byActivity[at] = thread;
        size++;
        places += thread.size();
        if (thread.sticky) {
            stickies.add(thread);
        }
    }

    /** Takes a thread out; its activity and size must be those it was inserted with. */
    void remove(ThreadState thread) {
        int at = search(thread.activity);
        System.arraycopy(byActivity, at + 1, byActivity, at, size - at - 1);
        size--;
        places -= thread.size();
        stickies.remove(thread);
    }

    private int search(int activity) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byActivity[middle].activity < activity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
