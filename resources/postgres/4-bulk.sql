-- Whoever owns the store may load whole lots into it: such a connection says skein.loading, looks
-- for what is there already and writes what the triggers would write, once for many rows. Anybody
-- can say the word; it counts only where no policy binds the login, which is the owner's.

DROP TRIGGER message_once ON message;
CREATE TRIGGER message_once BEFORE INSERT ON message FOR EACH ROW
    WHEN (current_setting('skein.loading', true) IS DISTINCT FROM 'on'
          OR row_security_active('message'::regclass))
    EXECUTE FUNCTION keep_message_once();

DROP TRIGGER charge_once ON charge;
CREATE TRIGGER charge_once BEFORE INSERT ON charge FOR EACH ROW
    WHEN (current_setting('skein.loading', true) IS DISTINCT FROM 'on'
          OR row_security_active('charge'::regclass))
    EXECUTE FUNCTION keep_charge_once();

DROP TRIGGER charge_summed ON charge;
CREATE CONSTRAINT TRIGGER charge_summed AFTER INSERT ON charge
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (current_setting('skein.loading', true) IS DISTINCT FROM 'on'
          OR row_security_active('charge'::regclass))
    EXECUTE FUNCTION sum_charge();

-- What is searched is made here for every row but those of a lot, which may bring it along: that
-- takes half of the time of writing a message.
ALTER TABLE message ALTER search DROP EXPRESSION;
CREATE FUNCTION set_search() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.search := skein.searched(NEW.content);
    RETURN NEW;
END
$$;
CREATE TRIGGER message_searched BEFORE INSERT ON message FOR EACH ROW
    WHEN (NEW.search IS NULL OR current_setting('skein.loading', true) IS DISTINCT FROM 'on'
          OR row_security_active('message'::regclass))
    EXECUTE FUNCTION set_search();
CREATE TRIGGER message_changed BEFORE UPDATE OF content, search ON message
    FOR EACH ROW EXECUTE FUNCTION set_search();
