-- Behind the last row of a load: makes what load-begin.sql has taken away.
SET LOCAL maintenance_work_mem = '512MB';

DO $$
DECLARE
    own record;
BEGIN
    FOR own IN SELECT statement FROM load_ending ORDER BY position LOOP
        EXECUTE own.statement;
    END LOOP;
END
$$;

ANALYZE conversation, conversation_tag, message, attempt, charge, charged, hour_sum, charge_sum;
