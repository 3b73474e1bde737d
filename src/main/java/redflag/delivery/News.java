package redflag.delivery;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import redflag.report.Portfolio;

/**
 * What there is to tell of a night. Two equal nights give equal news.
 *
 * @param day on which it started, in the job's zone
 * @param language of the portfolio
 * @param stores every store of the night, those without a report first, then as in the portfolio
 * @param reports the reports folder
 */
public record News(LocalDate day, String language, Portfolio portfolio, List<StoreNews> stores, Path reports) {

    public News {
        stores = List.copyOf(stores);
    }
}
