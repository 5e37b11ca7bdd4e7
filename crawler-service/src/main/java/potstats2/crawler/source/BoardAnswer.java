package potstats2.crawler.source;

/** What the forum says when asked for a page of a board's threads. */
public sealed interface BoardAnswer permits BoardPage, Refusal {}
