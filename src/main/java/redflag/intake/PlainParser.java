package redflag.intake;

import com.opencsv.RFC4180Parser;
import com.opencsv.enums.CSVReaderNullFieldIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RFC 4180 as opencsv reads it, which cuts plain lines itself: those in which each cell has no quote at all, or one at each
 * end and none between. Of anything else opencsv decides. Two to three times as fast on such lines (performance.md).
 */
final class PlainParser extends RFC4180Parser {

    private int cells = 16;

    PlainParser(char separator) {
        super('"', separator, CSVReaderNullFieldIndicator.NEITHER);
    }

    @Override
    protected String[] parseLine(String line, boolean multi) {
        if (line != null && !isPending()) {
            Optional<String[]> plain = plain(line);
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        return super.parseLine(line, multi);
    }

    private Optional<String[]> plain(String line) {
        List<String> found = new ArrayList<>(cells);
        int quote = line.indexOf('"');
        int from = 0;
        while (true) {
            boolean isQuoted = quote == from;
            int start = isQuoted ? from + 1 : from;
            int end = isQuoted ? line.indexOf('"', start) : line.indexOf(separator, from);
            if (isQuoted && end < 0) {
                return Optional.empty();
            }
            int next = isQuoted ? end + 1 : end < 0 ? line.length() : end;
            if (isQuoted) {
                quote = line.indexOf('"', next);
            }
            boolean isWhole = next == line.length() || line.charAt(next) == separator;
            if (!isWhole || !isQuoted && quote >= 0 && quote < next) {
                return Optional.empty();
            }
            found.add(line.substring(start, isQuoted ? end : next));
            if (next == line.length()) {
                cells = found.size();
                return Optional.of(found.toArray(String[]::new));
            }
            from = next + 1;
        }
    }
}
