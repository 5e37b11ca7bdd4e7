package potstats2.crawler.source;

/** What the forum says when asked for a page of a thread. */
public sealed interface ThreadAnswer permits ThreadPage, Refusal {}
