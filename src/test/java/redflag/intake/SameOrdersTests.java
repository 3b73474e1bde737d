package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.LongArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redflag.basics.AccountId;

class SameOrdersTests {

    private static final ExportKind ORDERS = Exports.INTAKE.kind("allOrders").orElseThrow();

    @Test
    void tenThousandFilesAreComparedByNumbers() {
        List<SameOrders.Head> heads = new ArrayList<>();
        for (int file = 0; file < 10_000; file++) {
            // ten nightly files an account, which overlap
            heads.add(head("account-" + file / 10, file, 1_000L * (file / 10) + file % 10));
        }
        assertThat(SameOrders.strays(Path.of("."), heads)).isEmpty();

        heads.add(head("other", 10_000, 50));

        assertThat(SameOrders.strays(Path.of("."), heads))
                .extracting(Quarantine::path)
                .containsExactly("other/10000");
    }

    private static SameOrders.Head head(String account, int file, long firstOrder) {
        LongArrayList ids = new LongArrayList(100);
        for (int i = 0; i < 100; i++) {
            ids.add(firstOrder + i);
        }
        return new SameOrders.Head(
                new AccountId(account),
                new InboxFile(account + "/" + file, file, ORDERS.id()),
                new Intake.Recognised(ORDERS, false, ids, true));
    }
}
