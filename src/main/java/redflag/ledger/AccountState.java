package redflag.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The state of an account in a marketplace.
 *
 * @param asStated in the source's words
 * @param on the last day that the source tells of
 */
public record AccountState(String asStated, Optional<LocalDate> on, Source source) {}
