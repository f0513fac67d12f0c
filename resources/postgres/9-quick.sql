-- What every statement of a member asks, in a language that keeps its plans: a turn is made of some
-- twenty statements, and each would plan these anew.

CREATE OR REPLACE FUNCTION own_role() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    RETURN (SELECT role FROM member WHERE workspace_id = 1 AND login = session_user);
END
$$;

CREATE OR REPLACE FUNCTION own_user() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    RETURN (SELECT user_id FROM member WHERE workspace_id = 1 AND login = session_user);
END
$$;

CREATE OR REPLACE FUNCTION own_users() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    RETURN (
        SELECT array_agg(other.user_id)
        FROM member AS self JOIN member AS other ON other.workspace_id = self.workspace_id
        WHERE self.workspace_id = 1 AND self.login = session_user
        AND ((self.role IN ('agent', 'lead') AND other.login = self.login)
             OR (self.role = 'lead' AND self.team <> '' AND other.team = self.team)));
END
$$;

CREATE OR REPLACE FUNCTION reads_all_texts() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    RETURN coalesce((SELECT role = 'admin' OR (role = 'manager' AND reads_texts) FROM member
                     WHERE workspace_id = 1 AND login = session_user), false);
END
$$;

CREATE OR REPLACE FUNCTION reads_all_costs() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    RETURN coalesce((SELECT role IN ('admin', 'manager') FROM member
                     WHERE workspace_id = 1 AND login = session_user), false);
END
$$;

-- The hash of the last line of one's own chain, which stays locked: whoever waits for it must look
-- only afterwards, which one statement could not.
CREATE OR REPLACE FUNCTION chain_end(workspace bigint) RETURNS bytea LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(1936420210, hashtext(session_user));
    -- As a name, or in the collation of one, it would miss the index.
    RETURN (SELECT hash FROM skein.charge WHERE workspace_id = workspace
            AND chain = session_user::text COLLATE "default" ORDER BY sequence DESC LIMIT 1);
END
$$;
