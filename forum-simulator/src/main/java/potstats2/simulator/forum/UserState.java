package potstats2.simulator.forum;

import java.util.ArrayList;
import java.util.List;

/** A user with all names so far. */
final class UserState {

    final int index;
    final long uid;
    final List<Naming> namings = new ArrayList<>();
    int groupId = 3;
    int firstPostTime = Integer.MAX_VALUE;

    /**
     * From when on a user had a name.
     *
     * @param fromPost the first post, of anybody, that can bear the name
     * @param fromTime the first second at which an edit can bear the name
     */
    record Naming(String name, int fromPost, int fromTime) {}

    UserState(int index, long uid, String name) {
        this.index = index;
        this.uid = uid;
        namings.add(new Naming(name, 0, 0));
    }

    String name() {
        return namings.get(namings.size() - 1).name();
    }

    String nameAtPost(int post) {
        int i = namings.size() - 1;
        while (namings.get(i).fromPost() > post) {
            i--;
        }
        return namings.get(i).name();
    }

    String nameAtTime(int time) {
        int i = namings.size() - 1;
        while (namings.get(i).fromTime() > time) {
            i--;
        }
        return namings.get(i).name();
    }
}
