package redflag.job;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import redflag.basics.StoreId;
import redflag.history.Connections;
import redflag.history.Nights;
import redflag.history.Outbox;
import redflag.history.Pruning;
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

    /**
     * What is asked of the run.
     *
     * @param stores that it is about; empty for all
     * @param mail whether recipients are told of it
     */
    record Asked(Set<StoreId> stores, boolean mail) {}

    static void register(
            ConfigurableApplicationContext context,
            JobDefinition job,
            Asked asked,
            Clock clock,
            NightProgress progress) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(JobDefinition.class, () -> job);
        beans.registerBean(Asked.class, () -> asked);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(JdbcConnectionDetails.class, job::database);
        beans.registerBean(NightProgress.class, () -> progress);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("job", settings(job)));
    }

    /** Each account may want a connection, and so may Spring Batch beside them. */
    private static Map<String, Object> settings(JobDefinition job) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.hikari.maximum-pool-size", job.parallel() + 2);
        settings.put("spring.datasource.hikari.minimum-idle", 1);
        job.database()
                .driverSettings()
                .forEach((name, value) ->
                        settings.put("spring.datasource.hikari.data-source-properties." + name, value));
        return settings;
    }

    /** Connections are taken late, and a database that is gone is waited for once. */
    @Bean
    static BeanPostProcessor connections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? Connections.of(pool) : bean;
            }
        };
    }

    @Bean
    Nights nights(JdbcClient database) {
        return new Nights(database);
    }

    @Bean
    ReadingHistory readingHistory(NamedParameterJdbcOperations database) {
        return new ReadingHistory(database);
    }

    /** Its transactions are its own, whatever step it is called in. */
    @Bean
    Outbox outbox(JdbcClient database, PlatformTransactionManager transactions) {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Outbox(database, alone);
    }

    @Bean
    NightPruning nightPruning(
            JobDefinition job, JobRepository repository, JdbcClient database, PlatformTransactionManager transactions) {
        return new NightPruning(job, repository, new Pruning(database, new TransactionTemplate(transactions)));
    }

    @Bean
    NightMail nightMail(JobDefinition job, Nights nights, ReadingHistory history, Outbox outbox, Clock clock) {
        return new NightMail(job, nights, history, outbox, clock);
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
            Asked asked,
            Nights nights,
            ReadingHistory history,
            NightMail mail,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${redflag.version}") String version) {
        TransactionTemplate outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        List<ReportWriter> writers = List.of(new WorkbookWriter(), new StoreReportJson(), new PlanDocuments());
        return new NightWork(job, asked, nights, history, mail, writers, clock, outside, version);
    }
}
