package potstats2.api.posters;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import potstats2.api.users.User;
import potstats2.api.web.CsvFile;

/**
 * How much a user wrote year by year.
 *
 * @param user who
 * @param years every year from the first with posts to the last, by itself
 */
record Development(User user, SortedMap<Integer, PosterYear> years) {
    private static final String HEADER =
            "year,post_count,edit_count,threads_created,quoted_count,quotes_count,avg_post_length";

    Development {
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    }

    /** Adds the years without posts to those with posts. */
    static Development of(User user, Collection<PosterYear> present) {
        NavigableMap<Integer, PosterYear> years = new TreeMap<>();
        present.forEach(year -> years.put(year.year(), year));
        if (!years.isEmpty()) {
            for (var year = years.firstKey() + 1; year < years.lastKey(); year++) {
                years.putIfAbsent(year, PosterYear.without(year));
            }
        }
        return new Development(user, years);
    }

    /** The same as a table. */
    CsvFile csv() {
        var lines = Stream.concat(Stream.of(HEADER), years.values().stream().map(Development::line));
        return new CsvFile(
                "user-development-%s.csv".formatted(user.uid()),
                lines.map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    private static String line(PosterYear year) {
        return Stream.of(
                        year.year(),
                        year.postCount(),
                        year.editCount(),
                        year.threadsCreated(),
                        year.quotedCount(),
                        year.quotesCount(),
                        year.avgPostLength())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
