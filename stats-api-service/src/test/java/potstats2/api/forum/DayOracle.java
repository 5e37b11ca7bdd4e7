package potstats2.api.forum;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What the answers about days have to be, counted post by post. */
public final class DayOracle {
    private static final List<String> WEEKDAYS =
            List.of("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag");

    private final Posts posts;

    public DayOracle(GeneratedForum forum) {
        posts = new Posts(forum);
    }

    /** Counts what was written on some days alone. */
    public DayOracle(GeneratedForum forum, Days days) {
        posts = new Posts(forum, days);
    }

    /** The answer of {@code /api/daily-stats}. */
    public JsonNode heatMap(int year, long bid, String statistic) {
        var days = new TreeMap<>(Posts.grouped(posts.in(year, bid), Post::day));
        var answer = Posts.JSON.createObjectNode();
        var series = answer.putArray("series");
        if (!days.isEmpty()) {
            weeks(year).forEach((name, week) -> {
                if (week.stream().anyMatch(days::containsKey)) {
                    var entry = series.addObject().put("name", name).putArray("series");
                    week.descendingIterator().forEachRemaining(day -> {
                        if (!day.isBefore(days.firstKey()) && !day.isAfter(days.lastKey())) {
                            entry.addObject()
                                    .put("name", WEEKDAYS.get(day.getDayOfWeek().getValue() - 1))
                                    .put("value", value(days.getOrDefault(day, List.of()), statistic));
                        }
                    });
                }
            });
        }
        return Posts.asRead(answer);
    }

    /** The same of all days counted, of whatever years: every Monday a new week begins, New Year or not. */
    public JsonNode heatMap(long bid, String statistic) {
        var days = new TreeMap<LocalDate, List<Post>>();
        posts.in(0, bid)
                .forEach(post -> days.computeIfAbsent(post.day(), any -> new ArrayList<>())
                        .add(post));
        var answer = Posts.JSON.createObjectNode();
        var series = answer.putArray("series");
        var week = new ArrayDeque<LocalDate>();
        if (!days.isEmpty()) {
            days.firstKey().datesUntil(days.lastKey().plusDays(1)).forEach(day -> {
                week.addFirst(day);
                if (day.getDayOfWeek() == DayOfWeek.SUNDAY || day.equals(days.lastKey())) {
                    if (week.stream().anyMatch(days::containsKey)) {
                        var entry = series.addObject()
                                .put("name", mondaysOfYearUntil(week.getLast()))
                                .putArray("series");
                        week.forEach(each -> entry.addObject()
                                .put("name", WEEKDAYS.get(each.getDayOfWeek().getValue() - 1))
                                .put("value", value(days.getOrDefault(each, List.of()), statistic)));
                    }
                    week.clear();
                }
            });
        }
        return Posts.asRead(answer);
    }

    private static long mondaysOfYearUntil(LocalDate day) {
        return day.withDayOfYear(1)
                .datesUntil(day.plusDays(1))
                .filter(each -> each.getDayOfWeek() == DayOfWeek.MONDAY)
                .count();
    }

    /** Goes through a year day by day; every Monday a new week begins. */
    private static SortedMap<Integer, NavigableSet<LocalDate>> weeks(int year) {
        var weeks = new TreeMap<Integer, NavigableSet<LocalDate>>();
        var week = 0;
        for (var i = 1; i <= Year.of(year).length(); i++) {
            var day = LocalDate.ofYearDay(year, i);
            week += day.getDayOfWeek() == DayOfWeek.MONDAY ? 1 : 0;
            weeks.computeIfAbsent(week, any -> new TreeSet<>()).add(day);
        }
        return weeks;
    }

    private double value(List<Post> own, String statistic) {
        return switch (statistic) {
            case "post_count" -> own.size();
            case "edit_count" -> Posts.edits(own);
            case "avg_post_length" -> Posts.averageLength(own);
            case "threads_created" -> posts.threads(own);
            case "active_users" -> Posts.activeUsers(own);
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    /** The first days of the forum and the days before. */
    public List<LocalDate> days() {
        var first = posts.in(0, 0).map(Post::day).min(Comparator.naturalOrder()).orElseThrow();
        return first.minusDays(2).datesUntil(first.plusDays(200)).toList();
    }

    /** The answer of {@code /api/day}. */
    public JsonNode day(LocalDate date, long bid) {
        var own = posts.in(0, bid).filter(post -> post.day().equals(date)).toList();
        var answer = Posts.JSON.createObjectNode().put("date", date.toString());
        posts.putActivity(answer, own);
        var boards = answer.putArray("boards");
        Posts.grouped(own.stream(), Post::bid)
                .forEach((each, there) -> boards.addObject()
                        .put("bid", each)
                        .put("name", GeneratedForum.boardName(each))
                        .put("post_count", there.size()));
        return Posts.asRead(answer);
    }
}
