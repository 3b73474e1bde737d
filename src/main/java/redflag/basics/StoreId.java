package redflag.basics;

/** Names one store: an account in one marketplace. Unique in the agency, and a folder name like {@link AccountId}. */
public record StoreId(String value) implements Comparable<StoreId> {

    /** @throws IllegalArgumentException if the value is no folder name */
    public StoreId {
        if (!AccountId.isValid(value)) {
            throw new IllegalArgumentException("not a store id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(StoreId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
