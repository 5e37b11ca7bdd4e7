package potstats2.api.quotes;

import potstats2.api.users.User;

/**
 * How often one user quotes another.
 *
 * @param from who quotes
 * @param to who is quoted
 * @param count occurrences, at least 1
 * @param intensity count / the largest count of any two users
 */
record Edge(User from, User to, long count, double intensity) {}
