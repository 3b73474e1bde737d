package redflag.metrics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a figure rests on. It is as old as the oldest of its grounds, each by the limits of its own export kind.
 *
 * @param kind of export; missing where several give it together
 * @param newest the newest day that they know of, as far as the figure needs it
 */
record Ground(Optional<String> kind, LocalDate newest) {}
