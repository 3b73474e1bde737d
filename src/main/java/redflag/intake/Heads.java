package redflag.intake;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.cursors.LongCursor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * What the heads of all exports told when they were last looked over: one file, read and written whole. A file that has
 * not changed is not opened for it.
 */
final class Heads {

    private static final int FORM = 0x52464832;
    private static final String NAME = "heads";

    private final Optional<FactsCache.Place> place;
    private final Keys keys;
    private final long since;
    private final Map<String, Head> before = new HashMap<>();
    private final Map<String, Head> now = new ConcurrentSkipListMap<>();

    /** Makes the key of a file from all but its bytes. */
    interface Keys {
        String of(Intake intake, Hints hints, String more);
    }

    /** @param lookedOn the day, since 1970 */
    private record Head(
            String key,
            Stamp stamp,
            long lookedOn,
            String kind,
            boolean namesStores,
            boolean carriesFigures,
            LongArrayList orderIds) {}

    /** @param since as of {@link FactsEntry} */
    Heads(Optional<FactsCache.Place> place, Keys keys, long since) {
        this.place = place;
        this.since = since;
        this.keys = keys;
        place.filter(p -> !p.readsAnew()).ifPresent(this::read);
    }

    /** As {@link Intake#recognise}. */
    Intake.Recognised recognise(Intake intake, Path exports, String path, Hints hints) throws Unreadable {
        Path export = exports.resolve(path);
        if (place.isEmpty()) {
            return intake.recognise(export, hints);
        }
        String key = keys.of(intake, hints, "");
        Stamp stamp;
        try {
            stamp = Stamp.of(export);
        } catch (IOException e) {
            return intake.recognise(export, hints);
        }
        Head head = before.get(path);
        if (head != null && head.key.equals(key) && stamp.proves(head.stamp)) {
            Optional<ExportKind> kind = intake.kind(head.kind);
            if (kind.isPresent() && !place.get().isDue(path, head.lookedOn)) {
                now.put(path, head);
                return new Intake.Recognised(kind.get(), head.namesStores, head.orderIds, head.carriesFigures);
            }
        }
        Intake.Recognised found = intake.recognise(export, hints);
        now.put(
                path,
                new Head(
                        key,
                        stamp.asSeenAt(since),
                        place.get().today().toEpochDay(),
                        found.kind().id(),
                        found.namesStores(),
                        found.carriesFigures(),
                        found.orderIds()));
        return found;
    }

    private static Path file(FactsCache.Place place) {
        return place.folder().resolve(NAME);
    }

    /** What is damaged is read as far as it goes, and then not believed. */
    private void read(FactsCache.Place from) {
        Path file = file(from);
        CRC32C sum = new CRC32C();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
            int left = in.readInt() == FORM ? in.readInt() : 0;
            for (; left > 0; left--) {
                String path = in.readUTF();
                before.put(path, readHead(in));
            }
            long whole = sum.getValue();
            if (in.readLong() != whole) {
                before.clear();
            }
        } catch (IOException | IllegalArgumentException e) {
            before.clear();
        }
    }

    private static Head readHead(DataInputStream in) throws IOException {
        String key = in.readUTF().intern();
        Stamp stamp = Stamp.read(in);
        long lookedOn = in.readLong();
        String kind = in.readUTF().intern();
        boolean namesStores = in.readBoolean();
        boolean carriesFigures = in.readBoolean();
        LongArrayList ids = new LongArrayList();
        for (int i = in.readUnsignedByte(); i > 0; i--) {
            ids.add(in.readLong());
        }
        return new Head(key, stamp, lookedOn, kind, namesStores, carriesFigures, ids);
    }

    /** Keeps those that were looked for, and no others. That they can't be kept is no trouble of the night's. */
    void keep() {
        if (place.isEmpty()) {
            return;
        }
        Path file = file(place.get());
        Path unfinished = FactsCache.unfinished(file);
        CRC32C sum = new CRC32C();
        try {
            try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16), sum))) {
                out.writeInt(FORM);
                out.writeInt(now.size());
                for (Map.Entry<String, Head> head : now.entrySet()) {
                    out.writeUTF(head.getKey());
                    write(out, head.getValue());
                }
                out.writeLong(sum.getValue());
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // the next night looks at all of them again
        }
    }

    private static void write(DataOutputStream out, Head head) throws IOException {
        out.writeUTF(head.key);
        head.stamp.write(out);
        out.writeLong(head.lookedOn);
        out.writeUTF(head.kind);
        out.writeBoolean(head.namesStores);
        out.writeBoolean(head.carriesFigures);
        out.writeByte(head.orderIds.size());
        for (LongCursor id : head.orderIds) {
            out.writeLong(id.value);
        }
    }
}
