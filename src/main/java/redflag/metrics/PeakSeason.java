package redflag.metrics;

import redflag.basics.Period;

/** Days, both ends included, on which an agency wants to be warned earlier: Amazon's limits stay (domain.md §4). */
public record PeakSeason(Period days, WatchLines watch) {}
