-- Before a great many rows come into an empty store, in one transaction with them: what would be
-- done for each row, and the indexes, wait for load-end.sql. Whatever ends the transaction early
-- leaves the store as it was; nobody else sees it half done, since the tables are locked.
LOCK TABLE conversation, conversation_tag, message, attempt, charge, charged
    IN ACCESS EXCLUSIVE MODE;

CREATE TEMPORARY TABLE load_ending (position serial, statement text NOT NULL) ON COMMIT DROP;

DO $$
DECLARE
    filled CONSTANT regclass[] := ARRAY['conversation', 'conversation_tag', 'message', 'attempt',
                                        'charge', 'charged'];
    own record;
BEGIN
    -- Keys first, then indexes, then what refers to keys. That of a conversation is looked for all
    -- the time, and others refer to it.
    INSERT INTO load_ending (statement)
    SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = ANY (filled) AND contype = 'p'
    AND conrelid <> 'conversation'::regclass ORDER BY oid;
    INSERT INTO load_ending (statement)
    SELECT replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')
    FROM pg_index WHERE indrelid = ANY (filled)
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) ORDER BY indexrelid;
    INSERT INTO load_ending (statement)
    SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = ANY (filled) AND contype = 'f' ORDER BY oid;
    INSERT INTO load_ending (statement)
    SELECT format('ALTER TABLE %s ENABLE TRIGGER USER', place) FROM unnest(filled) AS place;

    FOR own IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
        WHERE conrelid = ANY (filled) AND (contype = 'f'
            OR (contype = 'p' AND conrelid <> 'conversation'::regclass)) ORDER BY contype LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', own.place, own.conname);
    END LOOP;
    FOR own IN SELECT indexrelid::regclass AS name FROM pg_index WHERE indrelid = ANY (filled)
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) LOOP
        EXECUTE format('DROP INDEX %s', own.name);
    END LOOP;
    FOR own IN SELECT place FROM unnest(filled) AS place LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', own.place);
    END LOOP;
END
$$;

-- Without charges there are none, but for what is wrong with them; those of the load are counted
-- while it is written.
DELETE FROM hour_sum;
DELETE FROM charge_sum;
