package potstats2.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rollups of {@code stats} have new numbers. Topic {@link Topic#REFRESHED}.
 *
 * @param generation grows with every refresh, never twice the same
 * @param scopes which years and boards have new numbers; empty: all of them may
 * @param newPosts posts added since the refresh before, by board
 * @param observedAt the oldest observation that these numbers newly hold
 * @param at when the numbers became visible
 */
public record StatsRefreshed(
        long generation,
        List<Scope> scopes,
        List<BoardPosts> newPosts,
        @Nullable Instant observedAt,
        Instant at) implements Event {

    public StatsRefreshed {
        scopes = List.copyOf(scopes);
        newPosts = List.copyOf(newPosts);
        Ranges.requireTime("observedAt", observedAt);
        Ranges.requireTime("at", at);
    }

    @Override
    public Topic topic() {
        return Topic.REFRESHED;
    }

    @Override
    public @Nullable String key() {
        return null;
    }

    /**
     * A part of the numbers.
     *
     * @param year the calendar year in the configured time zone
     * @param bid the board
     */
    public record Scope(int year, long bid) {}

    /**
     * How many posts a board gained.
     *
     * @param bid the board
     * @param posts at least 1
     */
    public record BoardPosts(long bid, long posts) {}
}
