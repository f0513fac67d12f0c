-- Behind the last row of a load: makes what load-begin.sql has taken away.
SET LOCAL maintenance_work_mem = '512MB';
SET LOCAL work_mem = '128MB';

DO $$
DECLARE
    own record;
BEGIN
    FOR own IN SELECT statement FROM load_ending ORDER BY position LOOP
        EXECUTE own.statement;
    END LOOP;
END
$$;

-- A trigger puts them where each login has its own.
UPDATE conversation SET draft = draft WHERE draft <> '';

INSERT INTO conversation_count SELECT * FROM conversation_recount;

-- What is looked for and sorted by, the workspace too: where nothing is known of it, the server
-- takes it for rare and reads all of it. A third of the usual sample, since that takes as long as
-- two of the indexes; the server takes a better one, and of the rest, when it likes.
SET LOCAL default_statistics_target = 30;
ANALYZE conversation (workspace_id, id, user_id, active, pinned, updated_at, provider, has_error),
    conversation_tag,
    message (workspace_id, id, conversation_id, created_at, sequence, status, search),
    attempt (workspace_id, id, conversation_id, message_id, happened_at, state),
    charge (workspace_id, id, conversation_id, happened_at, sequence, user_id, provider, model,
            strategy, chain),
    charged, charge_sum, hour_sum, conversation_count;
