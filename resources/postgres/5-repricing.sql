-- What charges are worth by later prices. A re-pricing is an act that is logged with its reason;
-- like the charges, its lines are only ever added, and the newest one of a charge holds.

ALTER TABLE charge ADD COLUMN tier text NOT NULL DEFAULT ''; -- of service
ALTER TABLE attempt ADD COLUMN tier text NOT NULL DEFAULT '';
CREATE INDEX attempt_by_time ON attempt (workspace_id, happened_at)
    INCLUDE (provider, model, strategy, total_ms) WHERE state = 'complete';

CREATE SEQUENCE repricing_sequence AS bigint;
CREATE TABLE repricing (
    sequence bigint NOT NULL DEFAULT nextval('repricing_sequence'),
    workspace_id bigint NOT NULL,
    id uuid NOT NULL,
    happened_at timestamptz NOT NULL,
    author text NOT NULL,
    reason text NOT NULL,
    since_at timestamptz,
    until_at timestamptz,
    provider text NOT NULL,
    model text NOT NULL,
    charges bigint NOT NULL,
    unpriced bigint NOT NULL,
    before_pico bigint NOT NULL,
    after_pico bigint NOT NULL,
    hash bytea NOT NULL,
    chain text NOT NULL DEFAULT session_user,
    PRIMARY KEY (workspace_id, id)
);
CREATE TABLE repriced_charge (
    sequence bigint NOT NULL DEFAULT nextval('repricing_sequence'),
    workspace_id bigint NOT NULL,
    repricing_id uuid NOT NULL,
    charge_id uuid NOT NULL,
    before_pico bigint,
    amount_pico bigint,
    basis text NOT NULL,
    rate_input bigint NOT NULL,
    rate_output bigint NOT NULL,
    rate_cached_read bigint,
    rate_cache_write bigint,
    rate_reasoning bigint,
    price_row text NOT NULL,
    PRIMARY KEY (workspace_id, charge_id, sequence),
    FOREIGN KEY (workspace_id, repricing_id) REFERENCES repricing
);
CREATE INDEX repriced_charge_of ON repriced_charge (workspace_id, repricing_id, sequence);

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['repricing', 'repriced_charge'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_unchanged BEFORE UPDATE OR DELETE ON %1$I '
                       'FOR EACH ROW EXECUTE FUNCTION refuse_change()', part);
        EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE TRUNCATE ON %1$I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END LOOP;
END
$$;

-- The charges with what they are worth now. Whoever reads it sees what they see of the tables.
CREATE VIEW priced_charge WITH (security_invoker = true) AS
SELECT charge.sequence, charge.workspace_id, charge.id, charge.attempt_id, charge.conversation_id,
       charge.message_id, charge.user_id, charge.happened_at, charge.provider, charge.model,
       charge.strategy, charge.kind, charge.usage_basis, charge.prompt_tokens,
       charge.cached_read_tokens, charge.cache_write_tokens, charge.completion_tokens,
       charge.reasoning_tokens, charge.reported_pico, charge.tier,
       CASE WHEN later.sequence IS NULL THEN charge.amount_pico ELSE later.amount_pico END
           AS amount_pico,
       coalesce(later.basis, charge.basis) AS basis,
       coalesce(later.rate_input, charge.rate_input) AS rate_input,
       coalesce(later.rate_output, charge.rate_output) AS rate_output,
       CASE WHEN later.sequence IS NULL THEN charge.rate_cached_read
            ELSE later.rate_cached_read END AS rate_cached_read,
       CASE WHEN later.sequence IS NULL THEN charge.rate_cache_write
            ELSE later.rate_cache_write END AS rate_cache_write,
       CASE WHEN later.sequence IS NULL THEN charge.rate_reasoning
            ELSE later.rate_reasoning END AS rate_reasoning,
       coalesce(later.price_row, charge.price_row) AS price_row,
       later.repricing_id
FROM charge LEFT JOIN repriced_charge AS later
ON later.workspace_id = charge.workspace_id AND later.charge_id = charge.id
AND later.sequence = (SELECT max(one.sequence) FROM repriced_charge AS one
                      WHERE one.workspace_id = charge.workspace_id
                      AND one.charge_id = charge.id);

-- Brings the sums and the conversation's row in step with what a charge is worth now.
CREATE FUNCTION sum_repriced() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
DECLARE
    was record;
    more bigint;
    more_unpriced integer;
    more_estimated integer;
    charged_hour bigint;
BEGIN
    SELECT charge.*,
           CASE WHEN later.sequence IS NULL THEN charge.amount_pico ELSE later.amount_pico END
               AS worth,
           coalesce(later.basis, charge.basis) AS worth_basis
    INTO was
    FROM charge LEFT JOIN repriced_charge AS later
    ON later.workspace_id = charge.workspace_id AND later.charge_id = charge.id
    AND later.sequence = (SELECT max(one.sequence) FROM repriced_charge AS one
                          WHERE one.workspace_id = charge.workspace_id
                          AND one.charge_id = charge.id AND one.sequence < NEW.sequence)
    WHERE charge.workspace_id = NEW.workspace_id AND charge.id = NEW.charge_id;
    IF NOT FOUND THEN
        RAISE 'there is no such charge';
    END IF;
    more := coalesce(NEW.amount_pico, 0) - coalesce(was.worth, 0);
    more_unpriced := (NEW.amount_pico IS NULL)::integer - (was.worth IS NULL)::integer;
    more_estimated := (NEW.basis = 'estimated')::integer - (was.worth_basis = 'estimated')::integer;
    charged_hour := hour_of(was.happened_at);
    PERFORM pg_advisory_xact_lock(1936420207, NEW.workspace_id::integer);
    UPDATE hour_sum
    SET cost_pico = cost_pico + more, unpriced = unpriced + more_unpriced,
        estimated = estimated + more_estimated
    WHERE workspace_id = NEW.workspace_id AND hour = charged_hour AND user_id = was.user_id
    AND provider = was.provider AND model = was.model AND strategy = was.strategy
    AND kind = was.kind;
    UPDATE charge_sum AS sum
    SET cost_pico = sum.cost_pico + more, unpriced = sum.unpriced + more_unpriced,
        estimated = sum.estimated + more_estimated
    FROM (VALUES ('all', ''), ('user', was.user_id), ('provider', was.provider),
                 ('model', was.model), ('strategy', was.strategy), ('kind', was.kind),
                 ('conversation', coalesce(was.conversation_id::text, ''))) AS by (dimension, key),
         (VALUES (1), (24)) AS step (hours)
    WHERE sum.workspace_id = NEW.workspace_id AND sum.dimension = by.dimension
    AND sum.hours = step.hours AND sum.start = charged_hour / step.hours * step.hours
    AND sum.key = by.key;
    UPDATE conversation
    SET cost_pico = cost_pico + more, unpriced_requests = unpriced_requests + more_unpriced
    WHERE workspace_id = NEW.workspace_id AND id = was.conversation_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER repriced_summed AFTER INSERT ON repriced_charge
    FOR EACH ROW EXECUTE FUNCTION sum_repriced();

-- Those who answer for the costs may say what charges are worth; the log of it is read by all who
-- see costs, and a line by whoever sees its charge.
GRANT USAGE ON SEQUENCE repricing_sequence TO skein_member;
GRANT SELECT, INSERT ON repricing, repriced_charge TO skein_member;
GRANT SELECT ON priced_charge TO skein_member;
ALTER TABLE repricing ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON repricing FOR SELECT USING ((SELECT own_role()) IS NOT NULL);
CREATE POLICY add ON repricing FOR INSERT
    WITH CHECK (chain = session_user AND (SELECT reads_all_costs()));
ALTER TABLE repriced_charge ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON repriced_charge FOR SELECT USING (EXISTS (SELECT FROM charge
    WHERE charge.workspace_id = repriced_charge.workspace_id
    AND charge.id = repriced_charge.charge_id));
CREATE POLICY add ON repriced_charge FOR INSERT WITH CHECK ((SELECT reads_all_costs()));
