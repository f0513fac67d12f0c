-- Who may see and do what. It is decided here, in the database, for every connection and whatever
-- SQL comes over it; the program has no part in it.
--
--   agent    own conversations
--   lead     those of the own team
--   manager  costs of all; texts only where reads_texts is granted, and never writes them
--   admin    everything
--
-- A person is a login that was granted skein_member, and a row in "member":
--   CREATE ROLE an LOGIN PASSWORD '…' IN ROLE skein_member;
--   INSERT INTO skein.member VALUES (1, 'an', 'an', 'agent', 'north');
-- The owner of the schema is bound by none of this, and should be nobody's daily login.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'skein_member') THEN
        CREATE ROLE skein_member NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this server made it at the same time
END
$$;

CREATE TABLE member (
    workspace_id bigint NOT NULL REFERENCES workspace,
    login name NOT NULL,
    user_id text NOT NULL CHECK (user_id <> ''), -- as in conversations and charges
    role text NOT NULL CHECK (role IN ('agent', 'lead', 'manager', 'admin')),
    team text NOT NULL DEFAULT '',
    reads_texts boolean NOT NULL DEFAULT false, -- for a manager
    PRIMARY KEY (workspace_id, login)
);

-- These look into "member" with the owner's eyes. session_user is who logged in: it stays the same
-- within them and cannot be set.
CREATE FUNCTION own_role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$ SELECT role FROM member WHERE workspace_id = 1 AND login = session_user $$;

CREATE FUNCTION own_user() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$ SELECT user_id FROM member WHERE workspace_id = 1 AND login = session_user $$;

-- Whose conversations this login works on.
CREATE FUNCTION own_users() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
    SELECT array_agg(other.user_id)
    FROM member AS self JOIN member AS other ON other.workspace_id = self.workspace_id
    WHERE self.workspace_id = 1 AND self.login = session_user
    AND ((self.role IN ('agent', 'lead') AND other.login = self.login)
         OR (self.role = 'lead' AND self.team <> '' AND other.team = self.team))
$$;

CREATE FUNCTION reads_all_texts() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
    SELECT coalesce((SELECT role = 'admin' OR (role = 'manager' AND reads_texts) FROM member
                     WHERE workspace_id = 1 AND login = session_user), false)
$$;

CREATE FUNCTION reads_all_costs() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
    SELECT coalesce((SELECT role IN ('admin', 'manager') FROM member
                     WHERE workspace_id = 1 AND login = session_user), false)
$$;

-- What a member begins is the member's own.
CREATE FUNCTION name_owner() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF NEW.user_id = '' THEN
        NEW.user_id := coalesce(skein.own_user(), '');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER conversation_owned BEFORE INSERT ON conversation
    FOR EACH ROW EXECUTE FUNCTION name_owner();

ALTER TABLE attempt ADD COLUMN login name NOT NULL DEFAULT session_user;
ALTER TABLE reservation ADD COLUMN login name NOT NULL DEFAULT session_user;

GRANT USAGE ON SCHEMA skein TO skein_member;
GRANT USAGE ON SEQUENCE message_sequence, charge_sequence TO skein_member;
GRANT SELECT ON schema_version, workspace, member, hour_sum, charge_sum TO skein_member;
GRANT SELECT, INSERT ON charge TO skein_member;
GRANT SELECT, INSERT, UPDATE, DELETE ON conversation, conversation_tag, message, journal, attempt,
    reservation, summary, hand_mark, reply_template, setting TO skein_member;
-- The policies leave these to admins.
GRANT INSERT, UPDATE, DELETE ON member, hour_sum, charge_sum TO skein_member;
REVOKE EXECUTE ON FUNCTION make_month(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_month(timestamptz) TO skein_member;

-- Each (SELECT f()) is evaluated once in a statement and not once in a row.
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
CREATE POLICY see_oneself ON member FOR SELECT USING (login = session_user);
CREATE POLICY administer ON member USING ((SELECT own_role()) = 'admin');

ALTER TABLE conversation ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON conversation FOR SELECT
    USING (user_id = ANY ((SELECT own_users())::text[]) OR (SELECT reads_all_texts()));
CREATE POLICY work ON conversation
    USING (user_id = ANY ((SELECT own_users())::text[]) OR (SELECT own_role()) = 'admin');

-- What belongs to a conversation is seen by whoever sees the conversation: the inner SELECT is
-- bound by the policies above. Foreign keys are not, so that writing is checked here as well.
DO $$
DECLARE
    part text;
    seen CONSTANT text := 'EXISTS (SELECT FROM conversation WHERE '
        'conversation.workspace_id = %1$I.workspace_id AND conversation.id = %1$I.conversation_id)';
    worked CONSTANT text := '((SELECT own_role()) IN (''agent'', ''lead'', ''admin''))';
BEGIN
    FOREACH part IN ARRAY ARRAY['message', 'conversation_tag', 'summary', 'hand_mark'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY see ON %1$I FOR SELECT USING (' || seen || ')', part);
        EXECUTE format('CREATE POLICY work ON %1$I USING (' || worked || ' AND ' || seen || ')',
                       part);
    END LOOP;
END
$$;

ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY work ON journal USING (EXISTS (SELECT FROM message
    WHERE message.workspace_id = journal.workspace_id AND message.id = journal.message_id));

ALTER TABLE attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON attempt FOR SELECT USING (
    CASE WHEN conversation_id IS NULL
         THEN login = session_user OR (SELECT own_role()) = 'admin'
         ELSE EXISTS (SELECT FROM conversation
                      WHERE conversation.workspace_id = attempt.workspace_id
                      AND conversation.id = attempt.conversation_id) END);
CREATE POLICY work ON attempt USING (
    (SELECT own_role()) IN ('agent', 'lead', 'admin')
    AND CASE WHEN conversation_id IS NULL
             THEN login = session_user OR (SELECT own_role()) = 'admin'
             ELSE EXISTS (SELECT FROM conversation
                          WHERE conversation.workspace_id = attempt.workspace_id
                          AND conversation.id = attempt.conversation_id) END);

-- Whoever writes a line sees it, since the next one is chained to it.
ALTER TABLE charge ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON charge FOR SELECT USING (
    user_id = ANY ((SELECT own_users())::text[]) OR chain = session_user
    OR (SELECT reads_all_costs()));
CREATE POLICY add ON charge FOR INSERT WITH CHECK (
    chain = session_user AND (user_id = '' OR user_id = ANY ((SELECT own_users())::text[])
                              OR (SELECT own_role()) = 'admin'));

ALTER TABLE reservation ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON reservation FOR SELECT
    USING (login = session_user OR (SELECT reads_all_costs()));
CREATE POLICY work ON reservation
    USING (login = session_user OR (SELECT own_role()) = 'admin');

-- Sums by user and by conversation are as private as the charges. Those of everybody together are
-- read by all, since a program could not keep a limit of spending without them.
ALTER TABLE hour_sum ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON hour_sum FOR SELECT
    USING (user_id = ANY ((SELECT own_users())::text[]) OR (SELECT reads_all_costs()));
ALTER TABLE charge_sum ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON charge_sum FOR SELECT USING (
    (SELECT reads_all_costs())
    OR (dimension IN ('all', 'provider', 'model') AND (SELECT own_role()) IS NOT NULL)
    OR (dimension = 'user' AND key = ANY ((SELECT own_users())::text[])));
CREATE POLICY mend_hours ON hour_sum USING ((SELECT own_role()) = 'admin');
CREATE POLICY mend_sums ON charge_sum USING ((SELECT own_role()) = 'admin');

-- Shared by the team. A budget is set by those who answer for it.
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON setting FOR SELECT USING ((SELECT own_role()) IS NOT NULL);
CREATE POLICY work ON setting USING (
    (SELECT own_role()) IN ('manager', 'admin')
    OR ((SELECT own_role()) IS NOT NULL AND name <> 'monthlyBudget'));
ALTER TABLE reply_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY work ON reply_template USING ((SELECT own_role()) IS NOT NULL);
