-- What a window asks when it opens costs what it gets, and not what the store holds: how many
-- conversations there are, of which providers and with which tags, is kept by the user whose they
-- are. Turns do not touch it.

SET LOCAL client_min_messages = warning; -- of what is not there yet

CREATE TABLE IF NOT EXISTS conversation_count (
    workspace_id bigint NOT NULL,
    user_id text NOT NULL,
    what text NOT NULL CHECK (what IN ('provider', 'tag')), -- without those removed; with them
    key text NOT NULL,
    conversations bigint NOT NULL,
    PRIMARY KEY (workspace_id, user_id, what, key)
);

CREATE OR REPLACE VIEW conversation_recount WITH (security_invoker = true) AS
SELECT workspace_id, user_id, 'provider' AS what, provider AS key, count(*) AS conversations
FROM conversation WHERE active GROUP BY workspace_id, user_id, provider
UNION ALL
SELECT workspace_id, user_id, 'tag', tag, count(*)
FROM conversation_tag JOIN conversation USING (workspace_id)
WHERE conversation.id = conversation_id GROUP BY workspace_id, user_id, tag;

-- Each takes the rows in one order, so that no two wait for each other.
CREATE OR REPLACE FUNCTION count_conversations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    INSERT INTO conversation_count AS counted
    SELECT workspace_id, user_id, 'provider', provider,
           count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
    FROM lot WHERE active GROUP BY workspace_id, user_id, provider
    ORDER BY workspace_id, user_id, provider
    ON CONFLICT (workspace_id, user_id, what, key) DO UPDATE
    SET conversations = counted.conversations + excluded.conversations;
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION count_tags() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    INSERT INTO conversation_count AS counted
    SELECT lot.workspace_id, user_id, 'tag', lot.tag,
           count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
    FROM lot JOIN conversation ON conversation.workspace_id = lot.workspace_id
    AND conversation.id = lot.conversation_id
    GROUP BY lot.workspace_id, user_id, lot.tag ORDER BY lot.workspace_id, user_id, lot.tag
    ON CONFLICT (workspace_id, user_id, what, key) DO UPDATE
    SET conversations = counted.conversations + excluded.conversations;
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION count_otherwise() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    INSERT INTO conversation_count AS counted
    SELECT NEW.workspace_id, change.user_id, change.what, change.key, sum(change.step)
    FROM (SELECT OLD.user_id, 'provider', OLD.provider, -1 WHERE OLD.active
          UNION ALL SELECT NEW.user_id, 'provider', NEW.provider, 1 WHERE NEW.active
          UNION ALL SELECT side.user_id, 'tag', tag, side.step
          FROM conversation_tag, (VALUES (OLD.user_id, -1), (NEW.user_id, 1)) AS side (user_id, step)
          WHERE workspace_id = NEW.workspace_id AND conversation_id = NEW.id
         ) AS change (user_id, what, key, step)
    GROUP BY change.user_id, change.what, change.key HAVING sum(change.step) <> 0
    ORDER BY change.user_id, change.what, change.key
    ON CONFLICT (workspace_id, user_id, what, key) DO UPDATE
    SET conversations = counted.conversations + excluded.conversations;
    RETURN NULL;
END
$$;
-- While it is still known whose they were.
CREATE OR REPLACE FUNCTION remove_tags() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    DELETE FROM conversation_tag
    WHERE workspace_id = OLD.workspace_id AND conversation_id = OLD.id;
    RETURN OLD;
END
$$;

DO $$
DECLARE
    own record;
BEGIN
    FOR own IN SELECT * FROM (VALUES
        ('counted', 'conversation', 'AFTER INSERT', 'REFERENCING NEW TABLE AS lot',
         'count_conversations'),
        ('uncounted', 'conversation', 'AFTER DELETE', 'REFERENCING OLD TABLE AS lot',
         'count_conversations'),
        ('recounted', 'conversation', 'AFTER UPDATE OF user_id, active, provider',
         'FOR EACH ROW WHEN ((NEW.user_id, NEW.active, NEW.provider) IS DISTINCT FROM '
         '(OLD.user_id, OLD.active, OLD.provider))', 'count_otherwise'),
        ('untagged', 'conversation', 'BEFORE DELETE', 'FOR EACH ROW', 'remove_tags'),
        ('counted', 'conversation_tag', 'AFTER INSERT', 'REFERENCING NEW TABLE AS lot',
         'count_tags'),
        ('uncounted', 'conversation_tag', 'AFTER DELETE', 'REFERENCING OLD TABLE AS lot',
         'count_tags')) AS made (name, place, moment, rows, function) LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %1$s_%2$s ON %1$I', own.place, own.name);
        EXECUTE format('CREATE TRIGGER %1$s_%2$s %3$s ON %1$I %4$s EXECUTE FUNCTION %5$I()',
                       own.place, own.name, own.moment, own.rows, own.function);
    END LOOP;
END
$$;

DELETE FROM conversation_count;
INSERT INTO conversation_count SELECT * FROM conversation_recount;

-- Whose conversations this login reads. Those of each user are one range of an index.
CREATE OR REPLACE FUNCTION read_users() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    IF reads_all_texts() THEN
        RETURN (SELECT array_agg(DISTINCT user_id) FROM conversation_count WHERE workspace_id = 1);
    END IF;
    RETURN own_users();
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON conversation_count TO skein_member;
GRANT SELECT ON conversation_recount TO skein_member;
ALTER TABLE conversation_count ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS see ON conversation_count;
CREATE POLICY see ON conversation_count FOR SELECT
    USING (user_id = ANY ((SELECT read_users())::text[]));
DROP POLICY IF EXISTS mend ON conversation_count;
CREATE POLICY mend ON conversation_count USING ((SELECT own_role()) = 'admin');

-- How many messages, without reading the rows; those of one user as well.
DROP INDEX IF EXISTS conversation_counted;
CREATE INDEX IF NOT EXISTS messages_counted
    ON conversation (workspace_id, user_id, message_count) WHERE active;
