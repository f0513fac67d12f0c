-- A list by activity stays as it is while somebody tidies it up: only messages move a conversation,
-- and neither its name, its tags, a pin nor a removal that is undone.

DROP TRIGGER IF EXISTS conversation_updated ON conversation;
CREATE TRIGGER conversation_updated BEFORE UPDATE OF message_count, has_error ON conversation
    FOR EACH ROW EXECUTE FUNCTION move_updated();
