-- One row a message: what a recipient is to be told of a night, and how far it got. A night's messages to one recipient are
-- numbered from 1; a further one follows when what there is to tell has changed, or somebody asks for it.
CREATE TABLE OUTBOX (
    JOB VARCHAR(100) NOT NULL,
    AS_OF DATE NOT NULL,
    RECIPIENT VARCHAR(320) NOT NULL,
    NUMBER_OF_MESSAGE INTEGER NOT NULL,
    ATTEMPT INTEGER NOT NULL,
    MESSAGE_ID VARCHAR(320) NOT NULL,
    CONTENT VARCHAR(64) NOT NULL,
    STATE VARCHAR(20) NOT NULL,
    TRIES INTEGER NOT NULL,
    REPLY VARCHAR(500) NOT NULL,
    CREATED_AT TIMESTAMP WITH TIME ZONE NOT NULL,
    CHANGED_AT TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (JOB, AS_OF, RECIPIENT, NUMBER_OF_MESSAGE)
);

-- The risk level of each store and night, so that mail knows what is new and for how long a store has been off target.
ALTER TABLE SNAPSHOT ADD COLUMN RISK VARCHAR(20);
