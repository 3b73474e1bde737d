package redflag.history;

import java.time.Instant;

/**
 * How a night ended.
 *
 * @param reported so many accounts
 * @param failed so many accounts
 * @param rows that were read, of files that several accounts share once
 * @param rejected of these rows
 * @param inBrief what people are told of it later, in the words of whoever made it
 */
public record NightEnd(
        Instant finishedAt, int exitCode, int reported, int failed, long rows, long rejected, String inBrief) {}
