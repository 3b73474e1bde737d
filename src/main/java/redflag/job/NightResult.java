package redflag.job;

import java.nio.file.Path;
import redflag.report.Portfolio;

/**
 * What came of a night.
 *
 * @param folder where its reports are
 * @param exitCode by product.md §6
 * @param stopped whether it was stopped, and will resume
 */
public record NightResult(Portfolio portfolio, int attempt, Path folder, int exitCode, boolean stopped) {}
