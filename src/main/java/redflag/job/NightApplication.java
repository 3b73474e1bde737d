package redflag.job;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import redflag.basics.StoreId;
import redflag.history.Nights;
import redflag.history.ReadingHistory;
import redflag.report.PlanDocuments;
import redflag.report.ReportWriter;
import redflag.report.StoreReportJson;
import redflag.report.WorkbookWriter;

/** What a night is made of. Only here and in {@link NightlyJob} is anything wired. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NightlyJob.class)
class NightApplication {

    /** The stores that the run is about; empty for all. */
    record Only(Set<StoreId> stores) {}

    static void register(
            ConfigurableApplicationContext context,
            JobDefinition job,
            Set<StoreId> stores,
            Clock clock,
            NightProgress progress) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(JobDefinition.class, () -> job);
        beans.registerBean(Only.class, () -> new Only(stores));
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(JdbcConnectionDetails.class, job::database);
        beans.registerBean(NightProgress.class, () -> progress);
    }

    @Bean
    Nights nights(JdbcClient database) {
        return new Nights(database);
    }

    @Bean
    ReadingHistory readingHistory(NamedParameterJdbcOperations database) {
        return new ReadingHistory(database);
    }

    @Bean
    Cancellation cancellation() {
        return new Cancellation();
    }

    @Bean
    NightStop nightStop(Cancellation cancellation) {
        return new NightStop(cancellation);
    }

    @Bean
    NightWork nightWork(
            JobDefinition job,
            Only only,
            Nights nights,
            ReadingHistory history,
            Clock clock,
            @Value("${redflag.version}") String version) {
        List<ReportWriter> writers = List.of(new WorkbookWriter(), new StoreReportJson(), new PlanDocuments());
        return new NightWork(job, only.stores(), nights, history, writers, clock, version);
    }
}
