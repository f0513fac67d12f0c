-- Search for those whom policies bind. A policy is looked at before any operator that could tell
-- what it is given, and @@ could, so that the index of the words would not be used for them: every
-- message of everybody would be read. This looks with the owner's eyes and applies the policy of
-- "conversation" itself; what it finds is read under the policies again.
CREATE FUNCTION found_messages(words text, of_user text, with_tag text, of_provider text,
                               only_errors boolean, before timestamptz, before_sequence bigint,
                               most integer)
    RETURNS TABLE (message_id uuid, found_at timestamptz, found_sequence bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = skein, pg_temp AS
$$
BEGIN
    -- Planned each time, because a rare word wants the index of the words and a common one that
    -- of the times.
    RETURN QUERY EXECUTE
        'SELECT message.id, message.created_at, message.sequence FROM message '
        'JOIN conversation ON conversation.workspace_id = message.workspace_id '
        'AND conversation.id = message.conversation_id '
        'WHERE message.search @@ sought($1) AND message.workspace_id = 1 '
        'AND message.status <> ''streaming'' AND conversation.active'
        || CASE WHEN reads_all_texts() THEN '' ELSE ' AND conversation.user_id = ANY ($2)' END
        || CASE WHEN of_user = '' THEN '' ELSE ' AND conversation.user_id = $3' END
        || CASE WHEN of_provider = '' THEN '' ELSE ' AND conversation.provider = $4' END
        || CASE WHEN only_errors THEN ' AND conversation.has_error' ELSE '' END
        || CASE WHEN with_tag = '' THEN '' ELSE
               ' AND EXISTS (SELECT FROM conversation_tag AS tagged WHERE tagged.workspace_id = 1 '
               'AND tagged.conversation_id = conversation.id AND tagged.tag = $5)' END
        || CASE WHEN before IS NULL THEN '' ELSE
               ' AND (message.created_at, message.sequence) < ($6, $7)' END
        || ' ORDER BY message.created_at DESC, message.sequence DESC LIMIT $8'
        USING words, own_users(), of_user, of_provider, with_tag, before, before_sequence, most;
END
$$;
REVOKE EXECUTE ON FUNCTION found_messages(text, text, text, text, boolean, timestamptz, bigint,
                                          integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION found_messages(text, text, text, text, boolean, timestamptz, bigint,
                                         integer) TO skein_member;

-- How many conversations and messages there are, by provider, without reading the rows.
CREATE INDEX conversation_counted ON conversation (workspace_id, provider, message_count)
    WHERE active;
