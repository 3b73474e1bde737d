package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.Remark;

/** Values packed into numbers are the values that they were. */
class CompactValuesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Los_Angeles",
                "Europe/Berlin",
                "Europe/London",
                "Australia/Sydney",
                "Asia/Tokyo",
                "Africa/Cairo",
                "America/Sao_Paulo",
                "Asia/Kolkata",
                "Pacific/Apia",
                "UTC"
            })
    void zoneDaysAreTheDaysOfJavaTime(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneDays days = new ZoneDays(zone);
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            check(zone, days, random.nextLong(4_102_444_800L));
        }
        Instant at = Instant.parse("2005-01-01T00:00:00Z");
        for (int i = 0; i < 80; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            if (next == null) {
                break;
            }
            at = next.getInstant();
            for (long second = -90_000; second <= 90_000; second += 1_799) {
                check(zone, days, at.getEpochSecond() + second);
            }
            check(zone, days, at.getEpochSecond() - 1);
            check(zone, days, at.getEpochSecond());
            check(zone, days, at.getEpochSecond() + 1);
        }
    }

    private static void check(ZoneId zone, ZoneDays days, long second) {
        assertThat(days.epochDay(second)).as("%s at %s", zone, second).isEqualTo((int)
                LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay());
    }

    @Test
    void orderIdsComeBackFromTheirNumbers() {
        Random random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            String id = String.format(
                    Locale.ROOT,
                    "%03d-%07d-%07d",
                    random.nextInt(1_000),
                    random.nextInt(10_000_000),
                    random.nextInt(10_000_000));
            assertThat(OrderIds.unpack(OrderIds.pack(id))).isEqualTo(id);
        }
        assertThat(OrderIds.pack("000-0000000-0000000")).isZero();
        assertThat(OrderIds.unpack(0)).isEqualTo("000-0000000-0000000");
        assertThat(OrderIds.unpack(OrderIds.pack("999-9999999-9999999"))).isEqualTo("999-9999999-9999999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S01-1234567-1234567",
                "123-1234567-123456",
                "123-1234567-12345678",
                "123-12345671234567-",
                "12\u0663-1234567-1234567",
                "123 1234567 1234567"
            })
    void anyOtherIdHasNoNumber(String id) {
        assertThat(OrderIds.pack(id)).isEqualTo(OrderIds.NOT_PACKED);
    }

    @Test
    void momentsKeepWhetherTheyAreADayOrAnInstant() {
        long day = Moments.ofDay(LocalDate.of(2026, 11, 2));
        long before1970 = Moments.ofEpochSecond(-1);

        assertThat(Moments.text(day)).isEqualTo("2026-11-02");
        assertThat(Moments.epochDay(day, new ZoneDays(ZoneId.of("Pacific/Apia"))))
                .as("a plain day is not moved between zones")
                .isEqualTo((int) LocalDate.of(2026, 11, 2).toEpochDay());
        assertThat(Moments.text(before1970)).isEqualTo("1969-12-31T23:59:59Z");
        assertThat(Moments.epochSecond(before1970)).isEqualTo(-1);
        assertThat(Moments.isInstant(Moments.NONE)).isFalse();
    }

    @Test
    void aDroppedRowLeavesNothingBehind() {
        FactTable.Builder builder =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.SKU, Field.QUANTITY, Field.CHARGEBACK));
        builder.order("X-1").text(Field.SKU, "kept").endRow(2);
        builder.order("X-2")
                .text(Field.SKU, "dropped")
                .count(Field.QUANTITY, 3)
                .flag(Field.CHARGEBACK, true)
                .dropRow();
        builder.order("X-3").text(Field.SKU, "kept").endRow(4);
        FactTable table = builder.build();

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.texts()).containsExactly("X-1", "kept", "X-3");
        assertThat(table.orderId(1)).isEqualTo("X-3");
        assertThat(table.text(Field.SKU, 1)).contains("kept");
        assertThat(table.has(Field.QUANTITY, 1)).isFalse();
        assertThat(table.has(Field.CHARGEBACK, 1)).isFalse();
        assertThat(table.hasColumn(Field.CHARGEBACK)).isTrue();
        assertThat(table.hasColumn(Field.ASIN)).isFalse();
    }

    @Test
    void selectedRowsAreThoseRows() {
        FactTable.Builder builder = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.SKU));
        for (int i = 0; i < 200; i++) {
            builder.order("111-0000001-" + (1_000_000 + i))
                    .text(Field.SKU, "s" + i % 3)
                    .endRow(i + 2);
        }
        FactTable some = builder.build().select(new int[] {199, 5});

        assertThat(some.size()).isEqualTo(2);
        assertThat(some.orderId(0)).isEqualTo("111-0000001-1000199");
        assertThat(some.sourceRow(1)).isEqualTo(7);
        assertThat(some.text(Field.SKU, 1)).contains("s2");
    }

    @Test
    void factsComeBackFromTheirBytes() {
        FactTable.Builder builder = new FactTable.Builder(
                EnumSet.of(Field.ORDER, Field.PURCHASED, Field.ORDER_STATUS, Field.SKU, Field.FROM, Field.AFFECTED));
        builder.order("111-0000001-0000001")
                .moment(Field.PURCHASED, Moments.ofEpochSecond(1_700_000_000L))
                .code(Field.ORDER_STATUS, Code.CANCELLED)
                .text(Field.SKU, "\u30d9\u30eb " + "x".repeat(70_000))
                .day(Field.FROM, LocalDate.of(2026, 11, 2))
                .count(Field.AFFECTED, 0)
                .endRow(2);
        builder.order("S01-1").endRow(3);
        Rejection rejection = new Rejection(
                "f", 9, Rejection.Reason.BAD_VALUE, "column", "found", "expected", Map.of("name", "cell"));
        FileFacts facts = new FileFacts(
                "north/f.txt",
                "hash",
                "kind",
                3,
                "windows-31j",
                4,
                2,
                List.of(rejection),
                List.of(new Remark("warning.unknown-word", Map.of("rows", 7L, "word", "W"))),
                Map.of(FactType.ORDER_LINE, builder.build()));

        FileFacts back = FactsCodec.decode(FactsCodec.encode(facts));

        assertThat(back).usingRecursiveComparison().ignoringFields("tables").isEqualTo(facts);
        FactTable table = back.table(FactType.ORDER_LINE).orElseThrow();
        assertThat(table.orderId(0)).isEqualTo("111-0000001-0000001");
        assertThat(table.orderId(1)).isEqualTo("S01-1");
        assertThat(table.moment(Field.PURCHASED, 0)).isEqualTo(Moments.ofEpochSecond(1_700_000_000L));
        assertThat(table.moment(Field.PURCHASED, 1)).isEqualTo(Moments.NONE);
        assertThat(table.code(Field.ORDER_STATUS, 0)).contains(Code.CANCELLED);
        assertThat(table.text(Field.SKU, 0).orElseThrow())
                .startsWith("\u30d9\u30eb x")
                .hasSize(70_003);
        assertThat(table.day(Field.FROM, 0)).contains(LocalDate.of(2026, 11, 2));
        assertThat(table.count(Field.AFFECTED, 0)).contains(0L);
        assertThat(table.count(Field.AFFECTED, 1)).isEqualTo(Optional.empty());
        assertThat(table.sourceRow(1)).isEqualTo(3);
    }

    @Test
    void bytesThatAreNoFactsAreRefused() {
        FactTable none = new FactTable.Builder(EnumSet.of(Field.ORDER)).build();
        byte[] bytes = FactsCodec.encode(LedgerFiles.facts("north/f", "hash", Map.of(FactType.ORDER_LINE, none), 0, 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactsCodec.decode(Arrays.copyOf(bytes, bytes.length / 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> FactsCodec.decode(new byte[] {1, 2, 3}));
    }
}
