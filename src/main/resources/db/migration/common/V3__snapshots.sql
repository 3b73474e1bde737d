-- What a later night needs of an earlier one besides its readings, one document a store and night: defects with the night
-- that saw them first, products out of stock, orders by day. A rerun replaces its own row and no other.
CREATE TABLE SNAPSHOT (
    JOB VARCHAR(100) NOT NULL,
    STORE VARCHAR(64) NOT NULL,
    AS_OF DATE NOT NULL,
    VERSION INTEGER NOT NULL,
    CONTENT TEXT NOT NULL,
    PRIMARY KEY (JOB, STORE, AS_OF)
);
