package potstats2.analytics.rollup;

import java.util.List;
import potstats2.events.StatsRefreshed.BoardPosts;
import potstats2.events.StatsRefreshed.Scope;

/**
 * What a refresh did.
 *
 * @param generation of the numbers from now on
 * @param scopes the years and boards whose answers are others now; none: nothing changed
 * @param newPosts posts added, by board
 * @param dirtyKeys days of users that were computed anew; where all were, the rows there are
 */
public record Refreshed(long generation, List<Scope> scopes, List<BoardPosts> newPosts, long dirtyKeys) {

    public Refreshed {
        scopes = List.copyOf(scopes);
        newPosts = List.copyOf(newPosts);
    }
}
