package redflag.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The messages of nights and how far each has got. Every change is committed by itself, whatever the caller's transaction
 * comes to: what a server has taken must not be forgotten.
 */
public final class Outbox {

    /** As long as the column. */
    private static final int LONGEST_REPLY = 500;

    private final JdbcClient database;
    private final TransactionOperations alone;

    /** @param alone runs each change in a transaction of its own */
    public Outbox(JdbcClient database, TransactionOperations alone) {
        this.database = database;
        this.alone = alone;
    }

    /** The messages of a night, by recipient and number. */
    public List<OutboxEntry> of(String job, LocalDate asOf) {
        return database.sql(
                        "SELECT * FROM OUTBOX WHERE JOB = :job AND AS_OF = :asOf ORDER BY RECIPIENT, NUMBER_OF_MESSAGE")
                .param("job", job)
                .param("asOf", asOf)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * Who has not got the newest message of a night, as far as is known, of the nights from a day on, before another.
     *
     * @return recipients by night, the oldest first
     */
    public SortedMap<LocalDate, Set<String>> unsettled(String job, LocalDate from, LocalDate before) {
        SortedMap<LocalDate, Set<String>> recipients = new TreeMap<>();
        database.sql("""
                        SELECT AS_OF, RECIPIENT FROM OUTBOX O WHERE JOB = :job AND AS_OF >= :from AND AS_OF < :before
                            AND STATE IN ('INTENDED', 'SENDING', 'REFUSED', 'UNKNOWN')
                            AND NUMBER_OF_MESSAGE = (SELECT MAX(NUMBER_OF_MESSAGE) FROM OUTBOX N
                                WHERE N.JOB = O.JOB AND N.AS_OF = O.AS_OF AND N.RECIPIENT = O.RECIPIENT)
                        """)
                .param("job", job)
                .param("from", from)
                .param("before", before)
                .query(row -> {
                    recipients
                            .computeIfAbsent(row.getObject("AS_OF", LocalDate.class), night -> new TreeSet<>())
                            .add(row.getString("RECIPIENT"));
                });
        return recipients;
    }

    /** Keeps a message as it is now, in place of what was kept of it. */
    public void keep(String job, LocalDate asOf, OutboxEntry entry, Instant now) {
        alone.executeWithoutResult(transaction -> {
            int known = fill(
                    job,
                    asOf,
                    entry,
                    now,
                    "UPDATE OUTBOX SET ATTEMPT = :attempt, MESSAGE_ID = :messageId, CONTENT = :content, STATE = :state,"
                            + " TRIES = :tries, REPLY = :reply, CREATED_AT = :createdAt, CHANGED_AT = :now"
                            + " WHERE JOB = :job AND AS_OF = :asOf AND RECIPIENT = :recipient"
                            + " AND NUMBER_OF_MESSAGE = :number");
            if (known == 0) {
                fill(
                        job,
                        asOf,
                        entry,
                        now,
                        "INSERT INTO OUTBOX (JOB, AS_OF, RECIPIENT, NUMBER_OF_MESSAGE, ATTEMPT, MESSAGE_ID, CONTENT, STATE,"
                                + " TRIES, REPLY, CREATED_AT, CHANGED_AT) VALUES (:job, :asOf, :recipient, :number,"
                                + " :attempt, :messageId, :content, :state, :tries, :reply, :createdAt, :now)");
            }
        });
    }

    private int fill(String job, LocalDate asOf, OutboxEntry entry, Instant now, String sql) {
        String reply = entry.reply();
        return database.sql(sql)
                .param("job", job)
                .param("asOf", asOf)
                .param("recipient", entry.recipient())
                .param("number", entry.number())
                .param("attempt", entry.attempt())
                .param("messageId", entry.messageId())
                .param("content", entry.content())
                .param("state", entry.state().name())
                .param("tries", entry.tries())
                .param("reply", reply.substring(0, Math.min(LONGEST_REPLY, reply.length())))
                .param("createdAt", entry.createdAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getString("RECIPIENT"),
                row.getInt("NUMBER_OF_MESSAGE"),
                row.getInt("ATTEMPT"),
                row.getString("MESSAGE_ID"),
                row.getString("CONTENT"),
                MailState.valueOf(row.getString("STATE")),
                row.getInt("TRIES"),
                row.getString("REPLY"),
                row.getObject("CREATED_AT", OffsetDateTime.class).toInstant());
    }
}
