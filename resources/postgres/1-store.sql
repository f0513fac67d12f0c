-- The store of a team, first version. Taken in one transaction; nothing of it is ever changed
-- once it was released: what changes comes in a further step.
--
-- workspace_id is first in every key, so that the tables can be distributed by it (Citus) without
-- a change. "No id" is NULL, as is "not known"; a message without a time is of '-infinity', since
-- a month is part of its key. Money is 1e-12 USD in whole numbers. Words are stored by name.

CREATE TABLE workspace (
    workspace_id bigint PRIMARY KEY,
    store_id uuid NOT NULL,
    created_at timestamptz NOT NULL
);

-- The moment of the transaction by the program's clock; triggers take the time from there.
CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('skein.moment', true), '')::timestamptz, now()) $$;

-- Which open program a row belongs to: the number of a lock that it holds until its connection
-- ends. What is half done by a program that is gone is told by that.
CREATE FUNCTION lease() RETURNS integer LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('skein.lease', true), '')::integer, 0) $$;

CREATE FUNCTION is_abandoned(lease integer) RETURNS boolean LANGUAGE sql AS
$$ SELECT pg_try_advisory_xact_lock(1936420206, lease) $$;

CREATE TABLE conversation (
    workspace_id bigint NOT NULL REFERENCES workspace,
    id uuid NOT NULL,
    user_id text NOT NULL,
    active boolean NOT NULL,
    pinned boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    title text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    strategy text NOT NULL,
    tags text NOT NULL,
    metadata jsonb,
    active_leaf uuid,
    message_count integer NOT NULL,
    cost_pico bigint NOT NULL,
    unpriced_requests integer NOT NULL,
    has_error boolean NOT NULL,
    last_line text NOT NULL,
    draft text NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX conversation_newest
    ON conversation (workspace_id, active, pinned, updated_at, id);
CREATE INDEX conversation_of_user
    ON conversation (workspace_id, user_id, active, pinned, updated_at, id);

CREATE FUNCTION move_updated() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.updated_at := greatest(OLD.updated_at, skein.moment());
    RETURN NEW;
END
$$;
CREATE TRIGGER conversation_updated BEFORE UPDATE OF
    title, user_id, active, pinned, tags, metadata, provider, model, strategy, message_count,
    has_error ON conversation
    FOR EACH ROW EXECUTE FUNCTION move_updated();

CREATE TABLE conversation_tag (
    workspace_id bigint NOT NULL,
    conversation_id uuid NOT NULL,
    tag text NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, tag),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE INDEX conversation_of_tag ON conversation_tag (workspace_id, tag);

-- Text as it is searched: without diacritics (d for đ), words of letters and digits only. A text
-- is searched by its first 200,000 characters, as much as a tsvector holds of any.
CREATE EXTENSION IF NOT EXISTS unaccent;
DO $$
DECLARE
    place text := (SELECT quote_ident(nspname) FROM pg_extension
                   JOIN pg_namespace ON pg_namespace.oid = extnamespace
                   WHERE extname = 'unaccent');
BEGIN
    EXECUTE format(
        'CREATE FUNCTION folded(content text) RETURNS text '
        'LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS '
        '$body$ SELECT regexp_replace(lower(%1$s.unaccent(%2$L::regdictionary, '
        'normalize(left(content, 200000), NFC)) COLLATE "und-x-icu"), '
        '''[^[:alnum:]]+'', '' '', ''g'') $body$',
        place, place || '.unaccent');
END
$$;
CREATE FUNCTION searched(content text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT strip(to_tsvector('pg_catalog.simple', skein.folded(content))) $$;

-- All of the words, the last as the beginning of one.
CREATE FUNCTION sought(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_tsquery('pg_catalog.simple', string_agg(quote_literal(word), ' & ') || ':*')
   FROM regexp_split_to_table(skein.folded(words), ' +') AS word WHERE word <> '' $$;

CREATE SEQUENCE message_sequence AS bigint;
CREATE TABLE message (
    sequence bigint NOT NULL DEFAULT nextval('message_sequence'),
    workspace_id bigint NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    parent_id uuid,
    role text NOT NULL CHECK (role IN ('system', 'user', 'assistant', 'tool')),
    status text NOT NULL CHECK (status IN
        ('complete', 'streaming', 'interrupted', 'stopped', 'truncated', 'failed')),
    created_at timestamptz NOT NULL,
    tokens integer NOT NULL,
    encoding text NOT NULL,
    name text NOT NULL,
    tool_call_id text NOT NULL,
    model text NOT NULL,
    hash bytea NOT NULL,
    content text NOT NULL,
    reasoning text NOT NULL,
    tool_calls text NOT NULL,
    metadata jsonb,
    lease integer NOT NULL DEFAULT lease(),
    search tsvector GENERATED ALWAYS AS (searched(content)) STORED,
    PRIMARY KEY (workspace_id, id, created_at),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
) PARTITION BY RANGE (created_at);
CREATE INDEX message_in_order ON message (workspace_id, conversation_id, sequence);
CREATE INDEX message_by_time ON message (workspace_id, created_at, sequence);
CREATE INDEX message_streaming ON message (workspace_id, id) WHERE status = 'streaming';
CREATE INDEX message_search ON message USING gin (search);

-- A key over all months cannot be one of the table's; an id that is there is left alone.
CREATE FUNCTION keep_message_once() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    IF EXISTS (SELECT FROM message WHERE workspace_id = NEW.workspace_id AND id = NEW.id) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER message_once BEFORE INSERT ON message
    FOR EACH ROW EXECUTE FUNCTION keep_message_once();

CREATE TABLE journal (
    workspace_id bigint NOT NULL,
    message_id uuid NOT NULL,
    position bigint NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (workspace_id, message_id, position)
);

CREATE TABLE attempt (
    workspace_id bigint NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid,
    message_id uuid,
    provider text NOT NULL,
    model text NOT NULL,
    strategy text NOT NULL,
    happened_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN
        ('sent', 'complete', 'interrupted', 'stopped', 'failed')),
    status integer NOT NULL,
    error text NOT NULL,
    usage_basis text NOT NULL,
    prompt_tokens bigint NOT NULL,
    cached_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    reasoning_tokens bigint NOT NULL,
    reported_pico bigint,
    queued_ms bigint NOT NULL,
    connected_ms bigint NOT NULL,
    first_token_ms bigint NOT NULL,
    total_ms bigint NOT NULL,
    retries text NOT NULL,
    request_url text NOT NULL,
    request_headers text NOT NULL,
    response_headers text NOT NULL,
    request_body bytea NOT NULL,
    plan bytea NOT NULL,
    response_body bytea NOT NULL,
    assigned text NOT NULL DEFAULT '',
    remarks text NOT NULL DEFAULT '',
    lease integer NOT NULL DEFAULT lease(),
    PRIMARY KEY (workspace_id, id)
);
-- The bodies are compressed already.
ALTER TABLE attempt ALTER request_body SET STORAGE EXTERNAL, ALTER plan SET STORAGE EXTERNAL,
    ALTER response_body SET STORAGE EXTERNAL;
CREATE INDEX attempt_of_conversation ON attempt (workspace_id, conversation_id, happened_at);
CREATE INDEX attempt_of_message ON attempt (workspace_id, message_id, happened_at);
CREATE INDEX attempt_open ON attempt (workspace_id, id) WHERE state = 'sent';

-- hash chains each line to the one before it of the same chain. Everybody who writes has a chain,
-- so that nobody waits for another's transaction.
CREATE SEQUENCE charge_sequence AS bigint;
CREATE TABLE charge (
    sequence bigint NOT NULL DEFAULT nextval('charge_sequence'),
    workspace_id bigint NOT NULL,
    id uuid NOT NULL,
    attempt_id uuid,
    conversation_id uuid,
    message_id uuid,
    user_id text NOT NULL,
    happened_at timestamptz NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    strategy text NOT NULL,
    kind text NOT NULL,
    usage_basis text NOT NULL,
    prompt_tokens bigint NOT NULL,
    cached_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    reasoning_tokens bigint NOT NULL,
    reported_pico bigint,
    amount_pico bigint,
    basis text NOT NULL,
    rate_input bigint NOT NULL,
    rate_output bigint NOT NULL,
    rate_cached_read bigint,
    rate_cache_write bigint,
    rate_reasoning bigint,
    price_row text NOT NULL,
    hash bytea NOT NULL,
    chain text NOT NULL DEFAULT session_user,
    PRIMARY KEY (workspace_id, id, happened_at)
) PARTITION BY RANGE (happened_at);
CREATE INDEX charge_by_time ON charge (workspace_id, happened_at, sequence);
CREATE INDEX charge_of_conversation ON charge (workspace_id, conversation_id, sequence);
CREATE INDEX charge_chained ON charge (workspace_id, chain, sequence);

-- The keys of charges and of the attempts that are charged, over all months: each once.
CREATE TABLE charged (
    workspace_id bigint NOT NULL,
    what text NOT NULL CHECK (what IN ('charge', 'attempt')),
    id uuid NOT NULL,
    PRIMARY KEY (workspace_id, what, id)
);
CREATE FUNCTION keep_charge_once() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
DECLARE
    wanted integer;
    kept integer;
BEGIN
    INSERT INTO charged
    SELECT NEW.workspace_id, key.what, key.id
    FROM (VALUES ('attempt', NEW.attempt_id), ('charge', NEW.id)) AS key (what, id)
    WHERE key.id IS NOT NULL AND NOT EXISTS (
        SELECT FROM charged WHERE workspace_id = NEW.workspace_id
        AND ((what = 'charge' AND id = NEW.id) OR (what = 'attempt' AND id = NEW.attempt_id)))
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS kept = ROW_COUNT;
    wanted := CASE WHEN NEW.attempt_id IS NULL THEN 1 ELSE 2 END;
    IF kept = 0 THEN
        RETURN NULL;
    ELSIF kept < wanted THEN
        RAISE serialization_failure USING MESSAGE = 'charged by another at the same time';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER charge_once BEFORE INSERT ON charge
    FOR EACH ROW EXECUTE FUNCTION keep_charge_once();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE 'charges are append-only';
END
$$;
CREATE TRIGGER charge_unchanged BEFORE UPDATE OR DELETE ON charge
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charge_kept BEFORE TRUNCATE ON charge
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Sums of the charges; hours count from 1970 in UTC.
CREATE TABLE hour_sum (
    workspace_id bigint NOT NULL,
    hour bigint NOT NULL,
    user_id text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    strategy text NOT NULL,
    kind text NOT NULL,
    requests bigint NOT NULL,
    prompt_tokens bigint NOT NULL,
    cached_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    reasoning_tokens bigint NOT NULL,
    cost_pico bigint NOT NULL,
    unpriced bigint NOT NULL,
    estimated bigint NOT NULL,
    PRIMARY KEY (workspace_id, hour, user_id, provider, model, strategy, kind)
);
CREATE TABLE charge_sum (
    workspace_id bigint NOT NULL,
    dimension text NOT NULL,
    hours integer NOT NULL CHECK (hours IN (1, 24)),
    start bigint NOT NULL,
    key text NOT NULL,
    requests bigint NOT NULL,
    prompt_tokens bigint NOT NULL,
    cached_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    reasoning_tokens bigint NOT NULL,
    cost_pico bigint NOT NULL,
    unpriced bigint NOT NULL,
    estimated bigint NOT NULL,
    PRIMARY KEY (workspace_id, dimension, hours, start, key)
);

CREATE FUNCTION hour_of(moment timestamptz) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT floor(extract(epoch FROM moment) / 3600)::bigint $$;

-- Runs at the end of the transaction, so that the rows that all share are locked for as short as
-- can be; the lock before them keeps two transactions from waiting for each other.
CREATE FUNCTION sum_charge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
DECLARE
    now_hour CONSTANT bigint := hour_of(NEW.happened_at);
    cost CONSTANT bigint := coalesce(NEW.amount_pico, 0);
    is_unpriced CONSTANT integer := (NEW.amount_pico IS NULL)::integer;
    is_estimated CONSTANT integer := (NEW.basis = 'estimated')::integer;
BEGIN
    PERFORM pg_advisory_xact_lock(1936420207, NEW.workspace_id::integer);
    INSERT INTO hour_sum AS sum
    VALUES (NEW.workspace_id, now_hour, NEW.user_id, NEW.provider, NEW.model, NEW.strategy,
            NEW.kind, 1, NEW.prompt_tokens, NEW.cached_read_tokens, NEW.cache_write_tokens,
            NEW.completion_tokens, NEW.reasoning_tokens, cost, is_unpriced, is_estimated)
    ON CONFLICT (workspace_id, hour, user_id, provider, model, strategy, kind) DO UPDATE SET
        requests = sum.requests + 1,
        prompt_tokens = sum.prompt_tokens + excluded.prompt_tokens,
        cached_read_tokens = sum.cached_read_tokens + excluded.cached_read_tokens,
        cache_write_tokens = sum.cache_write_tokens + excluded.cache_write_tokens,
        completion_tokens = sum.completion_tokens + excluded.completion_tokens,
        reasoning_tokens = sum.reasoning_tokens + excluded.reasoning_tokens,
        cost_pico = sum.cost_pico + excluded.cost_pico,
        unpriced = sum.unpriced + excluded.unpriced,
        estimated = sum.estimated + excluded.estimated;
    INSERT INTO charge_sum AS sum
    SELECT NEW.workspace_id, by.dimension, by.hours, now_hour / by.hours * by.hours, by.key, 1,
           NEW.prompt_tokens, NEW.cached_read_tokens, NEW.cache_write_tokens,
           NEW.completion_tokens, NEW.reasoning_tokens, cost, is_unpriced, is_estimated
    FROM (VALUES ('all', 1, ''), ('all', 24, ''),
                 ('user', 1, NEW.user_id), ('user', 24, NEW.user_id),
                 ('provider', 1, NEW.provider), ('provider', 24, NEW.provider),
                 ('model', 1, NEW.model), ('model', 24, NEW.model),
                 ('strategy', 1, NEW.strategy), ('strategy', 24, NEW.strategy),
                 ('kind', 1, NEW.kind), ('kind', 24, NEW.kind),
                 ('conversation', 24, coalesce(NEW.conversation_id::text, ''))
         ) AS by (dimension, hours, key)
    ON CONFLICT (workspace_id, dimension, hours, start, key) DO UPDATE SET
        requests = sum.requests + 1,
        prompt_tokens = sum.prompt_tokens + excluded.prompt_tokens,
        cached_read_tokens = sum.cached_read_tokens + excluded.cached_read_tokens,
        cache_write_tokens = sum.cache_write_tokens + excluded.cache_write_tokens,
        completion_tokens = sum.completion_tokens + excluded.completion_tokens,
        reasoning_tokens = sum.reasoning_tokens + excluded.reasoning_tokens,
        cost_pico = sum.cost_pico + excluded.cost_pico,
        unpriced = sum.unpriced + excluded.unpriced,
        estimated = sum.estimated + excluded.estimated;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER charge_summed AFTER INSERT ON charge
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sum_charge();

CREATE TABLE reservation (
    workspace_id bigint NOT NULL,
    attempt_id uuid NOT NULL,
    conversation_id uuid,
    user_id text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    happened_at timestamptz NOT NULL,
    amount_pico bigint NOT NULL,
    lease integer NOT NULL DEFAULT lease(),
    PRIMARY KEY (workspace_id, attempt_id)
);

CREATE TABLE summary (
    workspace_id bigint NOT NULL,
    conversation_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    made_by text NOT NULL,
    last_covered uuid,
    text text NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, version),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE TABLE hand_mark (
    workspace_id bigint NOT NULL,
    conversation_id uuid NOT NULL,
    message_id uuid NOT NULL,
    mark text NOT NULL CHECK (mark IN ('pinned', 'excluded')),
    PRIMARY KEY (workspace_id, conversation_id, message_id),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE TABLE reply_template (
    workspace_id bigint NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE TABLE setting (
    workspace_id bigint NOT NULL,
    name text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (workspace_id, name)
);

-- Messages and charges lie in a table a month. One that is missing is made before the first row
-- of its month; what is older than 2000 or without a time has one of its own.
CREATE TABLE message_early PARTITION OF message FOR VALUES FROM (MINVALUE) TO ('2000-01-01Z');
CREATE TABLE charge_early PARTITION OF charge FOR VALUES FROM (MINVALUE) TO ('2000-01-01Z');

CREATE FUNCTION make_month(moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp SET timezone = 'UTC' AS
$$
DECLARE
    first timestamptz;
    month text;
    part text;
BEGIN
    IF moment < '2000-01-01Z' THEN
        RETURN;
    END IF;
    first := date_trunc('month', moment);
    month := to_char(first, 'YYYY_MM');
    IF to_regclass('skein.charge_' || month) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1936420208, 0);
    IF to_regclass('skein.charge_' || month) IS NOT NULL THEN
        RETURN;
    END IF;
    FOREACH part IN ARRAY ARRAY['message', 'charge'] LOOP
        EXECUTE format('CREATE TABLE %1$I (LIKE %2$I INCLUDING DEFAULTS INCLUDING GENERATED '
                       'INCLUDING CONSTRAINTS)', part || '_' || month, part);
        EXECUTE format('ALTER TABLE %2$I ATTACH PARTITION %1$I FOR VALUES FROM (%3$L) TO (%4$L)',
                       part || '_' || month, part, first, first + interval '1 month');
    END LOOP;
END
$$;
