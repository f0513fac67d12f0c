-- What others change is heard while they change it, and nobody overwrites what he has not seen.

-- Counts what people set by hand. Sums and last lines move without it.
ALTER TABLE conversation ADD COLUMN version bigint NOT NULL DEFAULT 1;

CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER conversation_versioned BEFORE UPDATE OF
    title, user_id, active, pinned, tags, metadata, provider, model, strategy ON conversation
    FOR EACH ROW EXECUTE FUNCTION count_version();

-- Everybody may listen to every channel, so that it tells ids and no words: those are read under
-- the rules of the role. The writer is told by its lease, so that it can leave out its own. Equal
-- notices of a transaction become one, and one that is rolled back tells nothing.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
    told record := coalesce(NEW, OLD);
BEGIN
    PERFORM pg_notify('skein', concat_ws(' ', told.workspace_id, TG_ARGV[0], told.id, told.version,
                                         skein.lease()));
    RETURN NULL;
END
$$;
CREATE TRIGGER conversation_told AFTER INSERT OR UPDATE OF
    title, user_id, active, pinned, tags, metadata, provider, model, strategy, cost_pico
    ON conversation FOR EACH ROW EXECUTE FUNCTION tell_change('row');
CREATE TRIGGER messages_told AFTER UPDATE OF message_count, active_leaf, last_line, has_error
    ON conversation FOR EACH ROW EXECUTE FUNCTION tell_change('messages');
CREATE TRIGGER conversation_erased AFTER DELETE
    ON conversation FOR EACH ROW EXECUTE FUNCTION tell_change('erased');
