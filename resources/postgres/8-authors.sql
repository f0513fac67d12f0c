-- Who wrote a message, and drafts that are nobody's but the writer's.

SET LOCAL client_min_messages = warning; -- of what is not there yet

ALTER TABLE message ADD COLUMN IF NOT EXISTS author text NOT NULL DEFAULT ''; -- '': not known

-- Nobody writes in the name of another. An admin may bring along what others wrote elsewhere.
CREATE OR REPLACE FUNCTION keep_author() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF NEW.author IS DISTINCT FROM skein.own_user() AND skein.own_role() IS DISTINCT FROM 'admin' THEN
        RAISE insufficient_privilege
            USING MESSAGE = format('a message of %L is not written by %L', NEW.author,
                                   skein.own_user());
    END IF;
    RETURN NEW;
END
$$;
DROP TRIGGER IF EXISTS message_authored ON message;
CREATE TRIGGER message_authored BEFORE INSERT ON message FOR EACH ROW
    WHEN (NEW.author <> '' AND row_security_active('message'::regclass))
    EXECUTE FUNCTION keep_author();
DROP TRIGGER IF EXISTS author_kept ON message;
CREATE TRIGGER author_kept BEFORE UPDATE OF author ON message FOR EACH ROW
    WHEN (NEW.author <> OLD.author AND row_security_active('message'::regclass))
    EXECUTE FUNCTION keep_author();

-- What is typed and not sent belongs to who typed it: two who work in one conversation have two
-- drafts, and nobody reads another's. The column of the conversation is how one writes one's own.
CREATE TABLE IF NOT EXISTS draft (
    workspace_id bigint NOT NULL,
    conversation_id uuid NOT NULL,
    login name NOT NULL DEFAULT session_user,
    text text NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, login),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED -- it may be written along with the conversation
);
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO skein_member;
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS work ON draft;
CREATE POLICY work ON draft USING (login = session_user);

INSERT INTO draft
SELECT conversation.workspace_id, conversation.id, coalesce(member.login, session_user),
       conversation.draft
FROM conversation LEFT JOIN member ON member.workspace_id = conversation.workspace_id
AND member.user_id = conversation.user_id
WHERE conversation.draft <> '' ON CONFLICT DO NOTHING;
UPDATE conversation SET draft = '' WHERE draft <> '';
SET CONSTRAINTS ALL IMMEDIATE; -- a table with a check to come cannot be altered

CREATE OR REPLACE FUNCTION keep_draft() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF NEW.draft = '' THEN
        DELETE FROM skein.draft WHERE workspace_id = NEW.workspace_id
        AND conversation_id = NEW.id AND login = session_user;
    ELSE
        INSERT INTO skein.draft VALUES (NEW.workspace_id, NEW.id, session_user, NEW.draft)
        ON CONFLICT (workspace_id, conversation_id, login) DO UPDATE SET text = excluded.text;
        NEW.draft := '';
    END IF;
    RETURN NEW;
END
$$;
DROP TRIGGER IF EXISTS draft_brought ON conversation;
CREATE TRIGGER draft_brought BEFORE INSERT ON conversation FOR EACH ROW WHEN (NEW.draft <> '')
    EXECUTE FUNCTION keep_draft();
DROP TRIGGER IF EXISTS draft_kept ON conversation;
CREATE TRIGGER draft_kept BEFORE UPDATE OF draft ON conversation FOR EACH ROW
    EXECUTE FUNCTION keep_draft();
