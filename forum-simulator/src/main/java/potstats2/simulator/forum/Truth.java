package potstats2.simulator.forum;

/**
 * What a careful reader of the forum must have counted.
 *
 * @param posts posts that are shown, with or without their text, in readable threads
 * @param threads readable threads with at least one such post
 * @param boards boards on the forum's list, readable or not
 * @param boardsWithPosts boards with at least one such post
 * @param users users with at least one such post
 * @param edits sum of those posts' edit counts
 * @param hiddenPosts those of the posts whose text is hidden
 */
public record Truth(int posts, int threads, int boards, int boardsWithPosts, int users, long edits, int hiddenPosts) {}
